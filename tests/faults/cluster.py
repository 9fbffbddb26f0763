"""The only place where a PostgreSQL of one's own is started, so that a test may kill it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.faults.serving import children_of, free_port, is_alive, until

# PostgreSQL refuses to run as root; Debian's package brings this account.
ACCOUNT = "postgres" if os.getuid() == 0 else None


def programs() -> Path | None:
    """Return the folder of PostgreSQL's own programs, if they are on this machine."""
    found = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin")) + (
        [Path(found).parent] if found else []
    )
    return folders[-1] if folders else None


@dataclass
class Cluster:
    """One PostgreSQL: its files, its port, and its process when it runs."""

    folder: Path
    programs: Path
    port: int
    _server: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgresql://solmu@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        words = [
            f"{self.programs}/initdb",
            "-D",
            f"{self.folder}/data",
            "-A",
            "trust",
            "-U",
            "solmu",
        ]
        subprocess.run(words, check=True, user=ACCOUNT, cwd=self.folder, capture_output=True)

    def start(self) -> None:
        words = ["-D", f"{self.folder}/data", "-p", str(self.port), "-k", str(self.folder)]
        with (self.folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [f"{self.programs}/postgres", *words, "-c", "listen_addresses=127.0.0.1"],
                user=ACCOUNT, cwd=self.folder, stdout=log, stderr=log,
            )  # fmt: skip
        until(self._answers, "PostgreSQL to answer", seconds=60)

    def kill(self) -> None:
        """Take it away with all its processes, as a power cut does."""
        assert self._server is not None
        processes = {self._server.pid, *children_of(self._server.pid)}
        for pid in processes:
            with suppress(ProcessLookupError):  # some leave as soon as the first is gone
                os.kill(pid, signal.SIGKILL)
        self._server.wait(20)
        until(lambda: not any(map(is_alive, processes)), "the end of PostgreSQL")

    def stop(self) -> None:
        if self._server is not None and self._server.poll() is None:
            self._server.send_signal(signal.SIGQUIT)
            self._server.wait(20)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def own_cluster() -> Iterator[Cluster]:
    """Make a PostgreSQL and start it; leave nothing of it behind."""
    found = programs()
    assert found is not None
    folder = Path(tempfile.mkdtemp(prefix="solmu-cluster-"))
    if ACCOUNT:
        shutil.chown(folder, ACCOUNT)
    cluster = Cluster(folder, found, free_port())
    try:
        cluster.make()
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)
