"""Told to stop, the server finishes what it is at and leaves in peace."""

from __future__ import annotations

import socket

from tests.faults.importing import bring, let_apply, sheet_of, wait_until_applying
from tests.faults.serving import Installation, form_with_file, is_alive, until


def refuses(port: int) -> bool:
    """Tell whether nobody listens on the port any more."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_request_under_way_is_answered_before_the_server_ends(served: Installation) -> None:
    served.do("found", slug="pysahtyy")
    aino, child = served.visitor("aino"), served.child
    body, headers = form_with_file("toimijat.csv", sheet_of(20))
    headers |= {**aino.headers, "Host": f"127.0.0.1:{served.port}", "Connection": "close"}
    headers |= {"Content-Length": str(len(body)), "Expect": "100-continue"}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with socket.create_connection(("127.0.0.1", served.port), timeout=60) as line:
        line.sendall(f"POST /networks/pysahtyy/import/ HTTP/1.1\r\n{head}\r\n".encode())
        # Only when Solmu itself asks for the body is the request really under way.
        assert line.recv(100).startswith(b"HTTP/1.1 100")
        line.sendall(body[:100])
        served.ask_to_stop()
        until(lambda: refuses(served.port), "new visitors to be turned away")
        line.sendall(body[100:])
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 302")
    assert served.ended() == 0
    assert not is_alive(child)
    assert "Traceback" not in served.log


def test_an_import_under_way_is_finished_before_the_server_ends(served: Installation) -> None:
    served.do("found", slug="ehtii")
    aino, child = served.visitor("aino"), served.child
    let_apply(aino, bring(aino, "ehtii", sheet_of(800)))
    wait_until_applying(served, "ehtii")
    assert served.stop() == 0
    assert not is_alive(child)
    job = served.do("latest_job", slug="ehtii")
    assert (job["state"], job["attempts"]) == ("done", 1)
    assert served.do("imported", slug="ehtii")["actors"] == 800
