"""Features point down and neighbours stay strangers, also where import-linter does not look."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template

from tests.house.floors import FRAME, PACKAGE, ROOT, may_know, slices

IMPORTED = re.compile(r"""(?:from|import)\s+["']\.\./\.\./([a-z_]+)/""")
NAMED = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [str(program), "--no-cache", "--config", str(folder / "pyproject.toml")],
        cwd=folder, capture_output=True, text=True, env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip


def copy_of_package(to: Path) -> Path:
    leave = shutil.ignore_patterns(
        "__pycache__", "static", "locale", "templates", "tests", "*.ts", "*.css"
    )
    shutil.copytree(PACKAGE, to / "solmu", ignore=leave)
    shutil.copy(ROOT / "pyproject.toml", to)
    return to


def test_all_contracts_are_kept() -> None:
    told = lint_imports(ROOT)
    assert told.returncode == 0, told.stdout
    assert "0 broken" in told.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("solmu/registry/rules/resolving.py", "import solmu.mapping.models", "Floors"),
        ("solmu/ledger/rules.py", "import solmu.jobs.rules", "Floors"),
        ("solmu/registry/models/ties.py", "import solmu.registry.access", "Inside a slice"),
        ("solmu/sna/snapshot.py", "import django", "The pure core"),
        ("solmu/registry/queries/reading.py", "import igraph", "Only sna"),
        ("solmu/shell/views.py", "import solmu.jobs.views", "Views are reached"),
    ],
)
def test_each_contract_breaks_when_it_is_broken(
    tmp_path: Path, module: str, line: str, contract: str
) -> None:
    folder = copy_of_package(tmp_path)
    target = folder / module
    target.write_text(f"{target.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    told = lint_imports(folder)
    assert told.returncode != 0
    broken = [row for row in told.stdout.splitlines() if "BROKEN" in row]
    assert any(row.startswith(contract) for row in broken), told.stdout


def test_models_relate_downwards_only() -> None:
    wrong = []
    for model in apps.get_models():
        here = model.__module__.split(".")
        if here[0] != "solmu":
            continue
        for field in model._meta.get_fields():
            if not field.is_relation or field.auto_created or field.related_model is None:
                continue
            there = field.related_model.__module__.split(".")
            if there[0] == "solmu" and not may_know(here[1], there[1]):
                wrong.append(f"{model.__name__}.{field.name} → {there[1]}")
    assert not wrong


def test_templates_include_their_own_slice_or_the_frame() -> None:
    wrong, seen = [], 0
    for slice_ in slices():
        for path in slice_.glob("templates/**/*.html"):
            for named in NAMED.findall(path.read_text(encoding="utf-8")):
                seen += 1
                get_template(named)
                owner = named.split("/")[0]
                third_party = owner not in {one.name for one in slices()}
                if owner != slice_.name and not FRAME.match(named) and not third_party:
                    wrong.append(f"{path.relative_to(ROOT)} names {named}")
    assert seen > 10
    assert not wrong


def test_islands_import_their_own_slice_or_the_web_folder() -> None:
    islands = [(one, path) for one in slices() for path in one.glob("islands/*.ts")]
    assert len(islands) > 1
    assert not [
        f"{path.relative_to(ROOT)} imports from {found}"
        for slice_, path in islands
        for found in IMPORTED.findall(path.read_text(encoding="utf-8"))
        if found not in {"web", slice_.name}
    ]
