"""The only place where a crowd says ties to a running server all at once, and remembers what it acknowledged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Event, Thread

from tests.faults.serving import Installation, Visitor, until

THREADS = 8
NETWORK = "verkosto"
Pairs = Iterator[tuple[str, str]]
Said = tuple[str, str, str]  # whose words, from whom, to whom


@dataclass
class Crowd:
    """Eight browsers, two of each person: half of them tick the grid, half fill in the form of a tie."""

    served: Installation
    pairs: Pairs
    acknowledged: list[Said] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    _done: Event = field(default_factory=Event)
    _threads: list[Thread] = field(default_factory=list)

    def begin(self) -> None:
        """Let everybody begin at once."""
        names = list(self.served.sessions)
        for number in range(THREADS):
            saying = (tick, fill_in)[number * 2 // THREADS]
            facts = (names[number % len(names)], saying)
            self._threads.append(Thread(target=self._say, args=facts))
        for thread in self._threads:
            thread.start()

    def wait_for(self, ties: int) -> None:
        """Wait until so many ties have been acknowledged, or one was refused."""
        until(lambda: len(self.acknowledged) >= ties or self.refused, "the ties", seconds=90)

    def leave(self) -> None:
        """Let everybody finish what they are at."""
        self._done.set()
        for thread in self._threads:
            thread.join(120)
            assert not thread.is_alive()

    def _say(self, name: str, saying: Callable[[Visitor, str, str], str]) -> None:
        visitor = self.served.visitor(name)
        while not self._done.is_set():
            one, other = next(self.pairs)
            try:
                refusal = saying(visitor, one, other)
            except (OSError, HTTPException):
                return  # the server is gone: whether this one counts is open
            if refusal:
                self.refused.append(refusal)
                return
            self.acknowledged.append((name, one, other))


def tick(visitor: Visitor, one: str, other: str, network: str = NETWORK) -> str:
    """Tick a square of the grid; returns why not, if it was refused."""
    fields = {"source": one, "target": other, "forward": "on"}
    answer = visitor.post(f"/networks/{network}/grid/point/", **fields)
    return "" if answer.status == 200 else f"tick: {answer.status} {answer.text[:2000]}"


def fill_in(visitor: Visitor, one: str, other: str, network: str = NETWORK) -> str:
    """Save the form of a tie; returns why not, if it was refused."""
    address = f"/networks/{network}/ties/new/?from={one}&to={other}"
    answer = visitor.post(address, direction="forward", status="existing")
    return "" if answer.status == 302 else f"form: {answer.status} {answer.text[:2000]}"
