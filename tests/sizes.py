"""`make report`: the only place that measures how long files and functions are, folder by folder."""

from __future__ import annotations

import ast
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
CODE = {".py", ".ts", ".css", ".html"}
LONGEST = 10
# Medians of the sources that were learnt from; printed to be looked at, not chased.
FILE_ANCHOR, FUNCTION_ANCHOR = "14–34", "3–7"
Length = tuple[int, str]


@dataclass
class Sizes:
    """How long the files and functions of one folder are, each with its name."""

    files: list[Length] = field(default_factory=list)
    functions: list[Length] = field(default_factory=list)


def code() -> Iterator[Path]:
    """Return the files of the repository that people write."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in CODE and "migrations" not in path.parts and path.is_file():
            yield path


def lines_of_code(text: str) -> int:
    """Return how many lines are not empty."""
    return sum(1 for line in text.splitlines() if line.strip())


def functions_of(text: str) -> Iterator[tuple[int, str]]:
    """Return the functions of a Python module with how many lines their bodies have.

    >>> list(functions_of("def one():\\n    'Say.'\\n    x = 1\\n    return x\\n"))
    [(2, 'one')]
    """
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and node.body[1:] else node.body
            yield (body[-1].end_lineno or 0) - body[0].lineno + 1, node.name


def folder_of(path: Path) -> str:
    """Return the slice, or the folder beside the package, that a file belongs to; tests apart."""
    *folders, _ = path.relative_to(ROOT).parts
    if folders[:1] == ["solmu"] and "tests" in folders:
        return "solmu/*/tests"
    return "/".join(folders[: 2 if folders[:1] == ["solmu"] else 1]) or "."


def measure() -> dict[str, Sizes]:
    """Return the sizes of every folder."""
    found: dict[str, Sizes] = defaultdict(Sizes)
    for path in code():
        text, name = path.read_text(encoding="utf-8"), str(path.relative_to(ROOT))
        if not text.strip():
            continue
        sizes = found[folder_of(path)]
        sizes.files.append((lines_of_code(text), name))
        if path.suffix == ".py":
            sizes.functions += [(length, f"{name}:{of}") for length, of in functions_of(text)]
    return found


def middle(lengths: list[Length]) -> str:
    """Return the median, or a dash where there is nothing."""
    return f"{median(length for length, _ in lengths):g}" if lengths else "–"


def report(found: dict[str, Sizes]) -> Iterator[str]:
    """Return the lines of the report."""
    yield f"{'folder':<20}{'files':>7}{'median':>8}{'functions':>11}{'median':>8}"
    for folder, sizes in sorted(found.items()):
        counts = f"{len(sizes.files):>7}{middle(sizes.files):>8}"
        yield f"{folder:<20}{counts}{len(sizes.functions):>11}{middle(sizes.functions):>8}"
    files = [one for sizes in found.values() for one in sizes.files]
    functions = [one for sizes in found.values() for one in sizes.functions]
    yield f"{'all':<20}{len(files):>7}{middle(files):>8}{len(functions):>11}{middle(functions):>8}"
    yield f"{'to compare':<20}{'':>7}{FILE_ANCHOR:>8}{'':>11}{FUNCTION_ANCHOR:>8}"
    kinds = (("files, in lines that are not empty", files), ("functions, in lines", functions))
    for what, lengths in kinds:
        yield f"\nLongest {what}:"
        yield from (f"{length:>5}  {name}" for length, name in sorted(lengths)[: -LONGEST - 1 : -1])


if __name__ == "__main__":
    print("\n".join(report(measure())))
