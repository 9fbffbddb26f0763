"""How files are written: short, named after what is inside, and without anything left lying about."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.house.floors import PACKAGE, ROOT, slices

MOST_LINES = 400
MOST_VIEW_LINES = 25
CODE = {".py", ".ts", ".css", ".html"}
SAYS_NOTHING = {"utils", "helpers", "misc", "common", "manager"}
LEFT_LYING = re.compile(
    r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError|pytest\.skip\(|mark\.(skip|xfail)\b"
)
SLICE_FILES = {
    "urls", "views", "api", "live", "jobs", "commands", "forms", "access", "actions", "queries", "models",
    "rules", "apps", "slots", "privacy", "migrations", "management", "templatetags", "templates",
    "islands", "locale", "tests", "static", "data", "README.md", "__init__",
    # Kept beside the list with their reasons: decisions 0003, 0005 and 0015.
    "levels", "adapter", "context", "saving",
}  # fmt: skip
PURE = {"sna", "matching", "search", "formats", "lib", "crdt"}


def tracked(*endings: str) -> Iterator[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in endings and path.is_file():
            yield path


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_is_longer_than_a_person_reads() -> None:
    long = [
        f"{named(path)}: {count}"
        for path in tracked(*CODE)
        if "migrations" not in path.parts
        and (count := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    ]
    assert not long


def test_no_view_is_longer_than_a_glance() -> None:
    long = []
    for path in PACKAGE.glob("*/views*/**/*.py"):
        long += _long_functions(path)
    for path in PACKAGE.glob("*/views.py"):
        long += _long_functions(path)
    assert not long


def _long_functions(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        f"{named(path)}:{node.name} {length}"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > MOST_VIEW_LINES
    ]


def test_every_module_opens_by_saying_what_it_is_for() -> None:
    silent = [
        named(path)
        for path in tracked(".py")
        if path.parts[len(ROOT.parts)] == "solmu"
        and not {"migrations", "tests"} & set(path.parts)
        and path.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent


def test_no_name_says_nothing() -> None:
    wrong = [named(path) for path in tracked(".py", ".ts") if path.stem in SAYS_NOTHING]
    wrong += [
        f"{named(path)}: {found}"
        for path in tracked(".py")
        for found in re.findall(r"def ((?:process|handle)_\w+)", path.read_text(encoding="utf-8"))
        if found != "process_exception"  # Django's own name for it
    ]
    assert not wrong


def test_nothing_is_left_lying_about() -> None:
    marks = [
        f"{named(path)}:{number}"
        for path in tracked(*CODE)
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LEFT_LYING.search(line)
    ]
    assert not marks


def test_a_slice_holds_only_the_files_of_the_list() -> None:
    strange = [
        named(path)
        for slice_ in slices()
        if slice_.name not in PURE | {"config"}
        for path in slice_.iterdir()
        if path.name != "__pycache__"
        and path.name not in SLICE_FILES
        and path.stem not in SLICE_FILES
    ]
    assert not strange


def test_every_slice_has_a_page_about_itself() -> None:
    missing = [slice_.name for slice_ in slices() if not (slice_ / "README.md").is_file()]
    assert not missing


def test_paths_of_one_machine_stand_nowhere() -> None:
    machines = re.compile(r"/(?:home|root|Users)/[a-z.]|/tmp/[a-z]")
    texts = (".py", ".ts", ".css", ".html", ".md", ".toml", ".json", ".yaml", ".po")
    found = [
        f"{named(path)}:{number}"
        for path in tracked(*texts)
        if path.name != "package-lock.json" and path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if machines.search(line)
    ]
    assert not found
