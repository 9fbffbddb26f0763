"""An answer says why it is one."""

from __future__ import annotations

from solmu.search import Reason, Text, reasons
from solmu.search.tests.makers import NAME, PLAIN, SERVICE, asked


def test_each_need_tells_its_words_its_concept_and_its_field() -> None:
    texts = [
        Text(NAME, "Etsivä nuorisotyö"),
        Text(SERVICE, "Tuki opinnot keskeyttäneelle, apu toimeentulotuen hakemiseen"),
    ]
    assert reasons(PLAIN, asked("koulu jäi kesken, rahat loppu"), texts) == [
        Reason(0, "koulu jäi kesken", "dropout", "service", "Tuki opinnot keskeyttäneelle"),
        Reason(1, "rahat loppu", "money", "service", "apu toimeentulotuen hakemiseen"),
    ]


def test_what_answers_a_need_tells_what_it_is() -> None:
    (reason,) = reasons(PLAIN, asked("rahat loppu"), [Text(NAME, "Kela")])
    assert (reason.concept, reason.words) == ("kela", "Kela")


def test_the_same_words_need_no_concept() -> None:
    (reason,) = reasons(PLAIN, asked("kanavuori"), [Text(NAME, "Kanavuoren talo")])
    assert (reason.concept, reason.words) == ("", "Kanavuoren talo")


def test_a_long_text_is_cut_at_a_word() -> None:
    (reason,) = reasons(PLAIN, asked("velka"), [Text(SERVICE, "velka " + "sanaa " * 40)])
    assert reason.words.endswith("sanaa…")
    assert len(reason.words) < 120
