"""Which pitfalls and success factors show, which do not, and which nobody has asked about: never mixed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from django.test import Client

from solmu.findings.queries.items import SAID, items, seen_on
from solmu.findings.queries.words import _SAY
from solmu.findings.rules.facts import Topic
from solmu.findings.rules.items import State, Summary
from solmu.findings.rules.reading import Reading, read
from solmu.findings.tests.makers import make_facts
from solmu.journey.tests.makers import make_aim
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.actors import place_in
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in

RING = "a=b b=c c=d d=e e=a"
STAR = "m=a m=b m=c m=d m=e"


def states(reading: Reading, page: str) -> dict[str, State]:
    return {one.item.id: one.state for one in seen_on(page, reading)}  # type: ignore[arg-type]


def test_a_bottleneck_makes_the_pitfall_of_information_show() -> None:
    reading = read(make_facts(STAR))
    assert states(reading, "pitfalls")["information"] == "shows"
    (seen,) = [one for one in seen_on("pitfalls", reading) if one.item.id == "information"]
    assert {one.id for one in seen.findings} >= {"bottleneck", "cut_point"}


def test_a_sister_network_without_it_does_not_show_it() -> None:
    assert states(read(make_facts(RING)), "pitfalls")["information"] == "not"


def test_what_could_not_be_read_is_never_told_as_not_there() -> None:
    reading = read(make_facts(RING, asked=5, answered=1))
    assert states(reading, "pitfalls")["reciprocity"] == "unasked"
    assert states(reading, "success")["shared_resources"] == "unasked"


@pytest.mark.parametrize("item", ["resources"])
def test_what_no_map_tells_is_unasked_however_good_the_map(item: str) -> None:
    assert states(read(make_facts(RING)), "pitfalls")[item] == "unasked"


@pytest.mark.parametrize("item", ["traits", "trust"])
def test_traits_and_trust_are_never_read_from_a_map(item: str) -> None:
    assert states(read(make_facts(RING)), "success")[item] == "unasked"


def test_giving_and_taking_and_routes_that_spread_carry() -> None:
    found = states(read(make_facts("a=b b=c c=d d=e e=a a=c b=d c=e")), "success")
    assert (found["shared_resources"], found["agency"]) == ("shows", "shows")


def test_each_list_has_the_six_of_its_method_in_words_and_speaks_of_findings_that_exist() -> None:
    for page in items().values():
        assert len(page) == 6
        for one in page:
            assert SAID[one.id].name
            assert set(one.shown_by) <= set(_SAY)
            assert set(one.topics) <= set(get_args(Topic))


def test_the_summary_counts_each_state() -> None:
    summary = Summary.of(seen_on("pitfalls", read(make_facts(STAR))))
    assert sum(summary.counts.values()) == len(summary.states) == 6
    assert list(summary.states) == sorted(summary.states, key=["shows", "not", "unasked"].index)


# As pages.


@pytest.fixture
def outreach(network: Network, aino: Person) -> Actor:
    """An organisation whose five ties rest on one person."""
    own = perspective_of(aino, network)
    home, jenni = make_actor(own, "Etsivä"), make_actor(own, "Jenni Rautio", kind="person")
    place_in(jenni, home, by=None, at=NOON)
    for name in ("Seurakunta", "Kirjasto", "Kela", "Amis", "Lukio"):
        words = TieWords(direction="both")
        state_tie(own, jenni, make_actor(own, name), words, by=None, at=NOON)
    return home


def page(client: Client, person: Person, network: Network, which: str) -> str:
    answer = sign_in(client, person).get(f"/networks/{network.slug}/{which}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_leads_from_a_pitfall_to_the_finding_that_shows_it(
    client: Client, minna: Person, network: Network, outreach: Actor
) -> None:
    words = page(client, minna, network, "pitfalls")
    assert "Etsivä: 5 suhdetta on yhden ihmisen varassa." in words
    assert f"/networks/{network.slug}/reading/#one_person-{outreach.ref}" in words
    assert "Miten me vältämme sen?" in words
    assert "Jenni Rautio" not in words
    assert 'id="items-unasked"' in words
    assert "kuka antoi valtuutuksen" in words


def test_the_anchor_is_on_the_page_of_findings(
    client: Client, minna: Person, network: Network, outreach: Actor
) -> None:
    words = page(client, minna, network, "reading")
    assert f'id="one_person-{outreach.ref}"' in words
    assert 'id="redundant"' in words or 'id="reciprocal"' in words


def test_an_aim_whose_review_is_over_its_day_shows_at_once_though_the_map_is_the_same(
    client: Client, minna: Person, network: Network, outreach: Actor
) -> None:
    before = page(client, minna, network, "pitfalls")
    assert "Tavoitteita" not in before
    make_aim(network, outreach, review_on=date(2026, 11, 12))
    network.aims.update(review_on=date(2026, 11, 12), chosen_on=date(2026, 11, 1))
    assert "odottaa arviointia" in page(client, minna, network, "pitfalls")


@pytest.mark.parametrize(
    "language, heading, unasked",
    [
        ("fi", "Mikä meitä kantaa", "Luottamusta on"),
        ("sv", "Vad som bär oss", "Det finns förtroende"),
        ("en", "What carries us", "There is trust"),
    ],
)
def test_success_factors_are_told_in_three_languages(
    client: Client, minna: Person, network: Network, outreach: Actor, language: str, heading: str, unasked: str
) -> None:  # fmt: skip
    Person.objects.filter(pk=minna.pk).update(language=language)
    words = page(client, minna, network, "success")
    assert heading in words
    assert unasked in words


def test_the_strip_of_the_reading_leads_to_both(
    client: Client, minna: Person, network: Network, outreach: Actor
) -> None:
    words = page(client, minna, network, "reading")
    for which in ("pitfalls", "success"):
        assert f'href="/networks/{network.slug}/{which}/"' in words
    assert "Sudenkuoppia näkyy" in words


def test_a_finding_that_is_withheld_from_a_reader_does_not_show_a_pitfall_either(
    network: Network, outreach: Actor
) -> None:
    reading = read(make_facts(STAR))
    without = replace(reading, findings=())
    assert states(without, "pitfalls")["information"] == "not"
