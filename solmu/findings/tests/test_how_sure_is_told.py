"""How sure a finding is: who of those concerned answered, and who else tells the same."""

from __future__ import annotations

import pytest

from solmu.findings.rules.reading import read
from solmu.findings.tests.makers import make_facts

BESIDE = "a=b b=c c=d d=a p=a q=p r=p q=r"


@pytest.mark.parametrize(
    "not_asked, said, level, answered, told",
    [
        ("", 2, "sure", 3, 3),
        ("", 1, "fairly", 3, 0),
        ("p q", 2, "fairly", 1, 3),
        ("p q r", 1, "unsure", 0, 0),
    ],
)
def test_it_rests_on_answers_and_on_several_telling(
    not_asked: str, said: int, level: str, answered: int, told: int
) -> None:
    findings = read(make_facts(BESIDE, not_asked=not_asked, said=said)).findings
    (cut,) = [one for one in findings if one.id == "cut_point" and one.slots["a"] == "p"]
    assert cut.sure is not None
    assert (cut.sure.level, cut.sure.answered, cut.sure.actors) == (level, answered, 3)
    assert (cut.sure.told, cut.sure.ties) == (told, 3)


def test_without_evidence_of_its_own_it_rests_on_the_whole_map() -> None:
    ring = "a=b b=c c=d d=e e=a"
    (finding,) = [one for one in read(make_facts(ring)).findings if one.id == "redundant"]
    assert finding.sure is not None
    assert (finding.sure.actors, finding.sure.ties) == (5, 5)


def test_what_is_read_of_sectors_rests_on_no_answer() -> None:
    sectors = dict.fromkeys("abcd", "youth")
    findings = read(make_facts(BESIDE, sectors=sectors)).findings
    (missing,) = [one for one in findings if one.id == "missing"]
    assert missing.sure is None
