"""The only place where tests start the real server as its own process, talk to it, and take it down by force."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
Found = TypeVar("Found")


def until(look: Callable[[], Found | None], what: str, *, seconds: float = 30) -> Found:
    """Look again and again until there is something, and fail when it takes too long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.02)
    waited = f"waited {seconds} s in vain: {what}"
    raise AssertionError(waited)


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def children_of(pid: int) -> set[int]:
    """Return the processes that ``pid`` has started and that still run."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has just ended
        if int(words[1]) == pid and words[0] != "Z":
            found.add(int(stat.parent.name))
    return found


def is_alive(pid: int) -> bool:
    """Tell whether a process still runs; one that only waits to be reaped does not."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def megabytes_of(pid: int, *, most: bool = False) -> float:
    """Return how much memory a process holds, or the most that it has held."""
    name = "VmHWM:" if most else "VmRSS:"
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith(name))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)

    @property
    def to(self) -> str:
        """Where it leads on to, by itself or through a script."""
        there = self.headers.get("location") or self.headers.get("hx-redirect", "")
        return urlsplit(there)._replace(scheme="", netloc="").geturl()


class Visitor:
    """One browser's worth of plain HTTP: its cookies, and a connection for each request."""

    def __init__(self, port: int, session: str = "", **cookies: str) -> None:
        self._token = secrets.token_hex(16)
        self.cookies = {"csrftoken": self._token, **cookies}
        if session:
            self.cookies["sessionid"] = session
        self._port = port

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, **fields: Any) -> Answer:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, urlencode(fields, doseq=True).encode(), headers=form)

    def send_file(self, path: str, name: str, content: bytes) -> Answer:
        """Send a file as a form does."""
        body, headers = form_with_file(name, content)
        return self.ask("POST", path, body, headers=headers)

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | Iterable[bytes] | None = None,
        *,
        headers: Mapping[str, str],
    ) -> Answer:
        """Ask once; whatever breaks the connection is an ``OSError`` or ``HTTPException``."""
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=120)) as connection:
            connection.request(method, path, body, {**self.headers, **headers})
            response = connection.getresponse()
            text = response.read().decode("utf-8", "replace")
        for line in response.headers.get_all("Set-Cookie", []):
            for cookie, morsel in SimpleCookie(line).items():
                self.cookies[cookie] = morsel.value
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, headers, text)

    @property
    def headers(self) -> dict[str, str]:
        """What every request carries."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": cookies, "X-CSRFToken": self.cookies["csrftoken"]}

    def followed(self, path: str, *, seconds: float = 120) -> str:
        """Follow long work; returns where its result stands."""

        def looked() -> str:
            answer = self.get(path)
            assert answer.status < 400, answer.text
            return answer.to

        return until(looked, f"{path} to be done", seconds=seconds)


def form_with_file(name: str, content: bytes) -> tuple[bytes, dict[str, str]]:
    """Return the body and the headers of a form that holds one file."""
    head, tail, headers = form_around_file(name)
    return b"".join((head, content, tail)), headers


def form_around_file(name: str) -> tuple[bytes, bytes, dict[str, str]]:
    """Return what stands before and after a file in a form, and the headers."""
    edge = f"edge{secrets.token_hex(8)}"
    head = (
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    headers = {"Content-Type": f"multipart/form-data; boundary={edge}"}
    return head.encode(), f"\r\n--{edge}--\r\n".encode(), headers


@dataclass
class Installation:
    """A Solmu of its own: folder, database, and the server's process when it runs."""

    var: Path
    database: str = ""
    port: int = 0
    sessions: dict[str, str] = field(default_factory=dict)
    _server: subprocess.Popen[bytes] | None = None
    _backstage: subprocess.Popen[str] | None = None

    @property
    def environment(self) -> dict[str, str]:
        left_out = {"SOLMU_DATABASE", "SOLMU_SECRET", "SOLMU_DEMO", "SOLMU_PRODUCTION"}
        kept = {name: value for name, value in os.environ.items() if name not in left_out}
        own = {"SOLMU_VAR": str(self.var), "PYTHONUNBUFFERED": "1", "LC_ALL": "C.UTF-8"}
        own["TMPDIR"] = str(self.scratch)
        if self.database:
            own["SOLMU_DATABASE"] = self.database
        return {**kept, **own}

    @property
    def scratch(self) -> Path:
        """Where the server keeps what it needs for a moment."""
        path = self.var / "scratch"
        path.mkdir(exist_ok=True)
        return path

    @property
    def log(self) -> str:
        """What the server has written so far."""
        path = self.var / "server.log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    @property
    def pid(self) -> int:
        assert self._server is not None
        return self._server.pid

    @property
    def child(self) -> int:
        """The process that does long work, as soon as there is one."""
        return until(lambda: children_of(self.pid), "the child process").pop()

    @property
    def runs(self) -> bool:
        return self._server is not None and self._server.poll() is None

    def start(self) -> None:
        """Start the server and wait until it is ready."""
        self.port = free_port()
        words = ["solmu.config.command", "serve", "--port", str(self.port)]
        with (self.var / "server.log").open("ab") as log:
            self._server = subprocess.Popen(
                [sys.executable, "-m", *words],
                cwd=ROOT, env=self.environment, stdout=log, stderr=log,
            )  # fmt: skip
        until(self._is_ready, f"the server to be ready: {self.log}", seconds=START_SECONDS)

    def _is_ready(self) -> bool:
        assert self._server is not None
        assert self._server.poll() is None, f"the server ended: {self.log}"
        try:
            return Visitor(self.port).get("/health/ready").status == 200
        except OSError:
            return False

    def kill(self) -> None:
        """Take the server away from one moment to the next; its child notices by itself."""
        self._end(signal.SIGKILL)

    def ask_to_stop(self) -> None:
        """Tell the server to finish what it is at."""
        assert self._server is not None
        self._server.send_signal(signal.SIGTERM)

    def stop(self) -> int:
        """Stop the server as a supervisor does; returns its exit code."""
        return self._end(signal.SIGTERM)

    def ended(self, *, seconds: float = 40) -> int:
        """Wait for the server's end; returns its exit code."""
        assert self._server is not None
        code = self._server.wait(seconds)
        self._server = None
        return code

    def _end(self, sign: signal.Signals) -> int:
        if self._server is None:
            return 0
        self._server.send_signal(sign)
        return self.ended()

    def visitor(self, name: str) -> Visitor:
        """Return a browser in which one of the cast is signed in."""
        return Visitor(self.port, self.sessions[name])

    def do(self, deed: str, **facts: Any) -> Any:
        """Do something behind the scenes, on this installation's database: a function of ``deeds``."""
        if self._backstage is None:
            self._backstage = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.backstage"],
                cwd=ROOT, env=self.environment, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            )  # fmt: skip
        assert self._backstage.stdin is not None
        assert self._backstage.stdout is not None
        print(json.dumps([deed, facts]), file=self._backstage.stdin, flush=True)
        told = json.loads(self._backstage.stdout.readline() or '{"broke": "it ended"}')
        assert "broke" not in told, told["broke"]
        return told["found"]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Say words of the `solmu` command to this installation."""
        return subprocess.run(
            [sys.executable, "-m", "solmu.config.command", *words],
            cwd=ROOT, env=self.environment, text=True, capture_output=True,
        )  # fmt: skip

    def close(self) -> None:
        """Leave nothing running."""
        self.kill()
        if self._backstage is not None:
            self._backstage.communicate(timeout=20)
            self._backstage = None
