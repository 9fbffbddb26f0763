"""The `solmu` command: the only place where the words a terminal understands are gathered."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import click

# Words that work on files, or see to the database themselves.
WITHOUT_DATABASE = frozenset(
    {
        "analyse",
        "backup",
        "check",
        "convert",
        "demo",
        "migrate",
        "restore",
        "search",
        "serve",
        "work",
    }  # fmt: skip
)


class Words(click.Group):
    """All of Solmu's words, in the order in which somebody new needs them."""

    order = (
        "demo", "serve", "invite", "import", "export", "convert", "analyse", "search", "reindex",
        "work", "migrate", "check", "backup", "restore", "purge",
    )  # fmt: skip

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the words, first things first."""
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: (name not in self.order, self._place(name), name))

    def _place(self, name: str) -> int:
        return self.order.index(name) if name in self.order else len(self.order)


def language_of_terminal() -> str:
    """Return the language that the terminal is set to, English when it is none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "")[:2].lower()
        if code in {"fi", "sv", "en"}:
            return code
    return "en"


def keep_secret(var: Path) -> str:
    """Return this installation's own secret from ``var``, made on the first start."""
    path = var / "secret"
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii").strip()


def prepare() -> None:
    """Set Django up for the terminal; an installation without a set secret keeps one of its own."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "solmu.config.settings")
    if "SOLMU_SECRET" not in os.environ and not os.environ.get("SOLMU_PRODUCTION"):
        default = Path(__file__).resolve().parents[2] / "var"
        os.environ["SOLMU_SECRET"] = keep_secret(Path(os.environ.get("SOLMU_VAR", default)))
    import django
    from django.utils import translation

    django.setup()
    translation.activate(language_of_terminal())


def needing_database(act: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``act`` so that it finds its database there: made when it is new, refused when it is old."""

    @functools.wraps(act)
    def ready_act(*words: Any, **options: Any) -> Any:
        from django.core.management import call_command
        from django.db import connection
        from django.db.migrations.executor import MigrationExecutor
        from django.utils.translation import gettext as _

        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            if executor.loader.applied_migrations:
                raise click.ClickException(
                    _("The database is from another version. Stop Solmu and run `solmu migrate`.")
                )
            call_command("migrate", interactive=False, verbosity=0)
        return act(*words, **options)

    return ready_act


def speaking_modules() -> list[ModuleType]:
    """Return the ``commands`` modules of the slices that add words of their own."""
    from django.apps import apps

    names = [f"{config.name}.commands" for config in apps.get_app_configs()]
    return [
        importlib.import_module(name)
        for name in names
        if name.startswith("solmu.") and importlib.util.find_spec(name)
    ]


def gather() -> click.Group:
    """Return the command with the words of every slice."""
    from django.utils.translation import gettext as _

    from solmu.config import operating, serving

    words = Words(
        name="solmu",
        help=_(
            "Solmu draws, reads and keeps a network of organisations. "
            "Begin with `solmu demo`; `solmu WORD --help` teaches each word."
        ),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    for module in [*speaking_modules(), serving, operating]:
        for thing in vars(module).values():
            if isinstance(thing, click.Command) and not isinstance(thing, click.Group):
                if thing.callback and thing.name not in WITHOUT_DATABASE:
                    thing.callback = needing_database(thing.callback)
                words.add_command(thing)
    return words


def main() -> None:
    """Run the command line."""
    # `demo` decides settings that are read once, before anything else is loaded.
    if sys.argv[1:2] == ["demo"]:
        os.environ["SOLMU_DEMO"] = "1"
    prepare()
    gather()(prog_name="solmu")


if __name__ == "__main__":
    main()
