"""Who answers, in which order."""

from __future__ import annotations

import pytest

from solmu.search import Analyser
from solmu.search.tests.makers import BOTH, answers

ACTORS = {
    "Kela": "perustoimeentulotuki, opintotuki",
    "Etsivä_nuorisotyö": "tuki opinnot keskeyttäneelle, apu toimeentulotuen hakemiseen",
    "Ammattiopisto": "opinto-ohjaus",
    "Kirjasto": "lehdet, digituki",
    "Missbrukarvården": "rådgivning om rusmedel",
}


def test_who_answers_both_needs_comes_first() -> None:
    found = answers("koulu jäi kesken, rahat loppu", **ACTORS)
    assert found[0] == "Etsivä_nuorisotyö"
    assert set(found) == {"Etsivä_nuorisotyö", "Kela", "Ammattiopisto"}


def test_a_name_weighs_more_than_a_text() -> None:
    assert answers("pyörät", Paja="pyörät", Pyörät="paja")[0] == "Pyörät"


def test_finnish_words_find_a_swedish_service() -> None:
    assert answers("vetää kamaa", **ACTORS)[0] == "Missbrukarvården"


def test_who_answers_nothing_is_not_there() -> None:
    assert answers("avaruuslento", **ACTORS) == []


@pytest.mark.parametrize("analyser", BOTH)
def test_inflected_words_are_found(analyser: Analyser) -> None:
    assert answers("pyörien huoltoa", analyser, Paja="pyörä, huolto", Kioski="lehdet") == ["Paja"]


def test_equal_answers_keep_the_order_they_came_in() -> None:
    assert answers("velkaa", A="velkaneuvonta", B="velkaneuvonta") == ["A", "B"]
