"""Which names are suggested as one actor, why, and which never are."""

from __future__ import annotations

import random
from typing import Any

import pytest

from solmu.matching import Double, Party, Towns, find_doubles
from solmu.matching.lexicon import CONCEPTS, FORMER
from solmu.matching.names import fold

TOWNS = Towns(
    {
        name: name
        for name in ("Selkäjoki", "Haapakorpi", "Järvilakeus", "Turku", "Lahti", "Helsinki")
    }
    | {"Ryggå": "Selkäjoki", "Åbo": "Turku"}
)


def party(name: str, **facts: Any) -> Party:
    return Party(key=name, names=(name,), **facts)


def suggested(new: Party, *known: Party) -> Double | None:
    return next(iter(find_doubles([new], list(known), towns=TOWNS)), None)


@pytest.mark.parametrize(
    ("new", "known", "reason"),
    [
        (party("Järvilakeuden etsivät"), party("Etsivä nuorisotyö", town="Järvilakeus"), "same_service"),
        (party("TE-toimisto"), party("Työllisyysalue"), "former_service"),
        (party("ELY-keskus"), party("Elinvoimakeskus"), "former_service"),
        (party("Nuorten mt-palvelut"), party("Nuorten mielenterveyspalvelut"), "same_service"),
        (party("FPA"), party("Kela"), "same_service"),
        (party("Ungdomsverkstaden i Ryggå"), party("Selkäjoen nuorten työpaja"), "same_town"),
        (party("4H-kerho"), party("4H-yhdistys"), "same_service"),
        (party("Turun opot"), party("Opinto-ohjaajat", town="Åbo"), "same_town"),
        (party("Mielenterveysyhdistys Lakeus ry"), party("Mielenterveysyhdistys Lakeus"), "same_service"),
        (party("Monikulttuurinen yhdistys Kari"), party("Monikulttuurinen yhdistys Kaari"), "alike_name"),
        (party("Laine Aino", kind="person"), party("Aino Laine", kind="person"), "alike_name"),
        (party("Veturi", emails=("v@k.fi",)), party("Nuorisotila", emails=("V@K.FI",)), "same_email"),
    ],
)  # fmt: skip
def test_two_ways_of_calling_one_actor_are_suggested(new: Party, known: Party, reason: str) -> None:
    double = suggested(new, known)
    assert double is not None
    assert reason in double.reasons


@pytest.mark.parametrize(
    ("new", "known"),
    [
        (party("Selkäjoen kirjasto"), party("Haapakorven kirjasto")),
        (party("Kirjasto", town="Turku"), party("Kirjasto", town="Lahti")),
        (party("Aino Laine", kind="person"), party("Aino Laine ry")),
        (party("Anna Laine", kind="person"), party("Aino Laine", kind="person")),
        (party("Yläkoulu 1"), party("Yläkoulu 2")),
        (party("Svenska gymnasiet"), party("Lukio")),
        (party("Kela", business_id="0246246-0"), party("Kela", business_id="2077474-0")),
        (party("Lastensuojelu"), party("Kirjasto")),
        (party("Kela", phones=("06 000 0100",)), party("Poliisi", phones=("06 000 0100",))),
        (party("Toimija"), party("Toinen", emails=("x@gmail.com",))),
    ],
)
def test_what_speaks_against_is_heeded(new: Party, known: Party) -> None:
    assert suggested(new, known) is None


def test_a_shared_phone_makes_a_likeness_surer() -> None:
    plain = suggested(party("Paja"), party("Nuorten työpaja"))
    sure = suggested(
        party("Paja", phones=("+358 6 000 0125",)),
        party("Nuorten työpaja", phones=("06 0000125",)),
    )
    assert plain is not None
    assert sure is not None
    assert sure.score > plain.score
    assert sure.reasons[0] == "same_phone"


def test_two_rows_of_one_file_may_be_one_and_each_pair_is_told_once() -> None:
    found = find_doubles([party("Kela"), party("Kansaneläkelaitos")], [], towns=TOWNS)
    assert [(one.one, one.other) for one in found] == [("Kansaneläkelaitos", "Kela")]
    assert not find_doubles([party("Kela"), party("FPA")], [], towns=TOWNS, within=False)


@pytest.mark.parametrize(
    ("word", "town"),
    [
        ("selkäjoen", "Selkäjoki"),
        ("järvilakeuden", "Järvilakeus"),
        ("haapakorven", "Haapakorpi"),
        ("turun", "Turku"),
        ("lahden", "Lahti"),
        ("helsingin", "Helsinki"),
        ("åbos", "Turku"),
        ("hki", "Helsinki"),
        ("turvakoti", ""),
        ("lahja", ""),
        ("nuorten", ""),
    ],
)
def test_a_town_is_known_in_its_inflected_forms(word: str, town: str) -> None:
    assert TOWNS.of(word) == town


def test_the_lexicon_is_folded_and_no_word_means_two_things() -> None:
    seen: dict[str, str] = {}
    for concept, words in CONCEPTS:
        for word in words:
            assert word == fold(word)
            assert seen.setdefault(word, concept) == concept, word
    assert all(seen[word] == concept for word, concept in FORMER.items())


def test_ten_thousand_names_are_never_all_compared_with_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from solmu.matching import doubles

    compared = 0
    compare = doubles._compare

    def counting(one: Any, other: Any) -> Double | None:
        nonlocal compared
        compared += 1
        return compare(one, other)

    monkeypatch.setattr(doubles, "_compare", counting)
    draw = random.Random(7)
    words = ("nuoriso", "paja", "kerho", "keskus", "talo", "tiimi", "yhdistys", "hanke", "klubi")
    names = [f"{draw.choice(words)} {draw.choice(words)} {n % 2500}" for n in range(10_000)]
    find_doubles([party(f"{name}#{n}") for n, name in enumerate(names)], [], towns=TOWNS)
    assert compared <= 80_000
