"""The only place where tests bring a file to a running server and follow it to the map."""

from __future__ import annotations

from tests.faults.serving import Installation, Visitor, until


def sheet_of(actors: int, word: str = "Toimija") -> bytes:
    """Return a CSV file of so many actors, none like another."""
    rows = (f"{word} {number:05} {chr(97 + number % 26)};organisaatio" for number in range(actors))
    return "\n".join(("Nimi;Laji", *rows)).encode()


def bring(aino: Visitor, network: str, content: bytes, name: str = "toimijat.csv") -> str:
    """Send a file and have it read; returns the address of its review."""
    sent = aino.send_file(f"/networks/{network}/import/", name, content)
    assert sent.status == 302, sent.text
    return aino.followed(sent.to)


def let_apply(aino: Visitor, review: str) -> str:
    """Say yes to what was understood; returns where the work is followed."""
    asked = aino.post(review, act="apply")
    assert asked.status == 302, asked.text
    return asked.to


def wait_until_applying(served: Installation, network: str) -> None:
    """Wait until the child is in the middle of bringing a file to the map."""

    def is_in_the_middle() -> bool:
        job = served.do("latest_job", slug=network)
        assert job["state"] != "done", "it was done before it could be broken off"
        begun = (job["kind"], job["state"], job["step"]) == ("registry.apply", "running", 1)
        return begun and bool(served.do("somebody_writes"))

    until(is_in_the_middle, "the import to be under way")
