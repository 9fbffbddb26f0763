"""Every problem and note has one code and one line of meaning, and none is made up on the way."""

from __future__ import annotations

import re
from pathlib import Path

from solmu.formats import problems

PACKAGE = Path(problems.__file__).parent
CONSTANTS = {
    name: value
    for name, value in vars(problems).items()
    if isinstance(value, str) and name.isupper()
}


def test_each_code_has_one_meaning() -> None:
    values = list(CONSTANTS.values())
    assert sorted(values) == sorted({**problems.PROBLEMS, **problems.NOTES})
    assert len(values) == len(set(values))
    assert not problems.PROBLEMS.keys() & problems.NOTES.keys()


def test_each_code_is_used_by_some_reader() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py"))
    used = set(re.findall(r"problems\.([A-Z0-9_]+)", source))
    assert used >= CONSTANTS.keys()
    assert used - CONSTANTS.keys() <= {"PROBLEMS", "NOTES"}
