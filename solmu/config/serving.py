"""The only place where processes are started: the web server and the child that does long work."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from datetime import datetime

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from solmu.jobs.actions import beat, run_due, run_routines
from solmu.jobs.rules import BEATS_EVERY, is_due
from solmu.lib.loopback import is_loopback

IDLE_SECONDS = 0.5
DRAIN_SECONDS = 20


@click.command(help=_("Bring the database up to date."))
def migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    click.echo(_("The database is up to date."))


@click.command(help=_("Serve Solmu, and do its long work in a child process."))
@click.option("--host", default="127.0.0.1", show_default=True, help=_("Address to listen on."))
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
def serve(host: str, port: int) -> None:
    if not is_loopback(host) and not settings.PRODUCTION:
        raise click.ClickException(
            _(
                "Other machines could reach %(host)s, and these are not production settings. "
                "Set SOLMU_PRODUCTION=1, SOLMU_SECRET, SOLMU_PUBLIC_URL and SOLMU_HOSTS, "
                "or serve on 127.0.0.1."
            )
            % {"host": host}
        )
    call_command("migrate", interactive=False, verbosity=0)
    _serve(host, port)


@click.command(
    help=_(
        "Serve an invented region to try Solmu on, with a cast that one click signs in. "
        "No mail is sent: it is shown in this window."
    )
)
@click.option("--host", default="127.0.0.1", show_default=True, help=_("Address to listen on."))
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
def demo(host: str, port: int) -> None:
    from solmu.config.demo import load_demo

    if not is_loopback(host):
        # Given by hand, so it is meant: the demo may be tried from other machines.
        os.environ["SOLMU_DEMO_ANYWHERE"] = "1"
        settings.DEMO_ANYWHERE = True
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, *_own_addresses(host)]
    call_command("migrate", interactive=False, verbosity=0)
    network = load_demo(at=timezone.now())
    click.secho(_("Demo mode: one click signs in as any of the cast."), fg="yellow", bold=True)
    click.echo(_("Region: %(name)s") % {"name": network.name})
    _serve(host, port)


@click.command(help=_("Do long work until stopped; `serve` starts this by itself."))
def work() -> None:
    stopping = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stopping.set())
    worker = secrets.token_hex(6)
    ran: dict[str, datetime] = {}
    beaten: datetime | None = None
    while not stopping.is_set():
        if is_due(beaten, BEATS_EVERY, at=timezone.now()):
            beaten = timezone.now()
            beat(worker, at=beaten)
        if os.environ.get("SOLMU_PARENT") and os.getppid() != int(os.environ["SOLMU_PARENT"]):
            return  # whoever started this is gone
        if not run_due(worker, clock=timezone.now):
            run_routines(ran, at=timezone.now())
            stopping.wait(IDLE_SECONDS)
    connection.close()


class Child:
    """The process that does long work; started again when it dies, with a growing pause."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._process = self._start()
        self._watch = threading.Thread(target=self._keep_alive, daemon=True)
        self._watch.start()

    def stop(self) -> None:
        """Let it finish what it is at, for a while."""
        self._stopping.set()
        self._process.terminate()
        try:
            self._process.wait(DRAIN_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "SOLMU_PARENT": str(os.getpid())}
        return subprocess.Popen(
            [sys.executable, "-m", "solmu.config.command", "work"], env=environment
        )

    def _keep_alive(self) -> None:
        pause = 1.0
        while not self._stopping.is_set():
            started = time.monotonic()
            self._process.wait()
            if self._stopping.is_set():
                return
            pause = 1.0 if time.monotonic() - started > 60 else min(pause * 2, 60)
            self._stopping.wait(pause)
            if not self._stopping.is_set():
                self._process = self._start()


def _serve(host: str, port: int) -> None:
    import uvicorn
    from a2wsgi import WSGIMiddleware

    from solmu.config.wsgi import application

    shown = f"[{host}]" if ":" in host else host
    click.secho(
        _("Solmu is at http://%(host)s:%(port)s. Stop it with Ctrl+C.")
        % {"host": shown, "port": port},
        fg="green",
        bold=True,
    )
    # When uvicorn has drained it raises the signal once more: only then is it time to go, in peace.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    child = Child()
    try:
        uvicorn.run(
            WSGIMiddleware(application, workers=12),  # type: ignore[arg-type]  # both sides are ASGI 3
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=DRAIN_SECONDS,
        )
    finally:
        child.stop()


def _own_addresses(host: str) -> list[str]:
    names = {host, socket.gethostname()}
    try:
        found = socket.getaddrinfo(socket.gethostname(), None)
    except OSError:
        found = []
    return [*names, *{str(entry[4][0]) for entry in found}]
