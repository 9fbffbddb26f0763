"""`make bench`: runs every measurement and prints one table, ratios first."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module

PARTS = (
    "import_xlsx", "import_whole", "forms", "area_map", "coverage", "directory", "map_drawing"
)  # fmt: skip
Row = tuple[str, ...]


def main() -> None:
    """Run the parts that were named, or all of them, on a database of their own."""
    with tempfile.TemporaryDirectory() as var:
        os.environ["SOLMU_VAR"] = var
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "solmu.config.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        print(
            f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores"
        )
        for name in sys.argv[1:] or PARTS:
            part = import_module(f"bench.{name}")
            rows: Callable[[], list[Row]] = part.rows
            print(f"\n{(part.__doc__ or name).splitlines()[0]}")
            print_table([tuple(map(str, row)) for row in rows()])


def print_table(rows: list[Row]) -> None:
    """Print ``rows``, the first of them as headers."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )


if __name__ == "__main__":
    main()
