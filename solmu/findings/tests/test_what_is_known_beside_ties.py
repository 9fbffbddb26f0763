"""The facts that rules read beside ties: the map of a year before, services, invitations, mentions, municipalities."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from solmu.findings.queries.facts import facts_of, reading_of
from solmu.findings.rules.facts import Facts, Finding
from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.actions.perspectives import mark_asked
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Perspective, Seat
from solmu.registry.tests.makers import make_actor, make_service, perspective_of
from tests.cast import NOON, sign_in

TODAY = NOON.date()
LONG_AGO = NOON - timedelta(days=700)
NAMES = "ABCDEF"


@pytest.fixture
def perspective(network: Network, aino: Person) -> Perspective:
    return perspective_of(aino, network)


@pytest.fixture
def actors(perspective: Perspective) -> dict[str, Actor]:
    return {name: make_actor(perspective, name) for name in NAMES}


def drawn_at(perspective: Perspective, at: datetime) -> None:
    Perspective.objects.filter(pk=perspective.pk).update(created_at=at)
    Actor.objects.filter(network=perspective.network).update(created_at=at)


def tie(
    perspective: Perspective, one: Actor, other: Actor, *, at: datetime = NOON, to: date | None = None, **words: object
) -> None:  # fmt: skip
    said = TieWords(direction="both", valid_to=to, **words)  # type: ignore[arg-type]
    state_tie(perspective, one, other, said, by=None, at=at)


def facts(network: Network) -> Facts:
    network.refresh_from_db()
    return facts_of(network, "organisation", on=TODAY)


def found(network: Network, id_: str) -> list[Finding]:
    network.refresh_from_db()
    findings = reading_of(network, "organisation", on=TODAY).findings
    return [one for one in findings if one.id == id_]


def labels(refs: Iterable[str]) -> set[str]:
    return set(Actor.objects.filter(ref__in=refs).values_list("label_fi", flat=True))


def test_a_map_drawn_this_week_has_no_map_of_a_year_before(
    network: Network, perspective: Perspective, actors: dict[str, Actor]
) -> None:
    Perspective.objects.filter(pk=perspective.pk).update(created_at=NOON)
    tie(perspective, actors["A"], actors["B"])
    assert facts(network).earlier is None


def test_ties_that_ended_within_the_year_are_told_as_fewer(
    network: Network, perspective: Perspective, actors: dict[str, Actor]
) -> None:
    drawn_at(perspective, LONG_AGO)
    ended = TODAY - timedelta(days=30)
    for one, other in ("AB", "BC", "CD", "DE"):
        tie(perspective, actors[one], actors[other], at=LONG_AGO)
    for one, other in ("EF", "FA"):
        tie(perspective, actors[one], actors[other], at=LONG_AGO, to=ended)
    (fewer,) = found(network, "fewer_ties")
    assert (fewer.slots["m"], fewer.slots["n"]) == (6, 4)
    assert labels(fewer.actors) == {"A", "E", "F"}
    (lost,) = found(network, "lost_one")
    assert labels([str(lost.slots["a"])]) == {"F"}


def test_a_tie_first_told_within_the_year_was_not_on_the_earlier_map_unless_it_says_since_when(
    network: Network, perspective: Perspective, actors: dict[str, Actor]
) -> None:
    drawn_at(perspective, LONG_AGO)
    tie(perspective, actors["A"], actors["B"], at=LONG_AGO)
    tie(perspective, actors["B"], actors["C"])
    tie(perspective, actors["C"], actors["D"], valid_from=LONG_AGO.date())
    earlier = facts(network).earlier
    assert earlier is not None
    pairs = earlier.pairs(earlier.lines.ids)
    assert [labels(pair) for pair in pairs] == [{"A", "B"}, {"C", "D"}]
    joined = facts(network).joined_on
    assert joined[actors["B"].ref] == LONG_AGO.date()
    assert joined[actors["C"].ref] == LONG_AGO.date()


def test_who_was_asked_then_is_not_who_is_asked_now(
    network: Network, perspective: Perspective, actors: dict[str, Actor]
) -> None:
    drawn_at(perspective, LONG_AGO)
    tie(perspective, actors["A"], actors["B"], at=LONG_AGO)
    mark_asked(perspective, actors["A"], answered=True, by=None, at=LONG_AGO)
    mark_asked(perspective, actors["B"], answered=True, by=None, at=NOON)
    known = facts(network)
    assert known.earlier is not None
    assert {node.label for node in known.earlier.graph.nodes if node.asked} == {"A"}
    assert {node.label for node in known.graph.nodes if node.asked} == {"A", "B"}


def test_services_tell_what_is_offered_and_what_nobody_offers(
    network: Network, perspective: Perspective, actors: dict[str, Actor]
) -> None:
    assert facts(network).coverage is None
    make_service(actors["A"], kinds=["advice"], goal_areas=["education"])
    known = facts(network)
    assert known.goals == {actors["A"].ref: frozenset({"education"})}
    assert known.coverage is not None
    assert len(known.coverage.of_state("gap")) == 8


def test_an_actor_that_two_answers_name_is_uninvited_until_somebody_has_a_seat_for_it(
    network: Network, eero: Person, perspective: Perspective, actors: dict[str, Actor]
) -> None:
    for title in ("Ryhmä 1", "Ryhmä 2"):
        group = Perspective.objects.create(
            network=network, kind="group_map", title=title, created_at=NOON
        )
        tie(group, actors["A"], actors["B"])
    mark_asked(perspective, actors["A"], answered=False, by=None, at=NOON)
    (uninvited,) = found(network, "uninvited")
    assert (labels(uninvited.actors), uninvited.slots["n"]) == ({"B"}, 2)
    membership = Membership.objects.get(person=eero, network=network)
    Seat.objects.create(membership=membership, actor=actors["B"])
    assert facts(network).invited == {actors["A"].ref, actors["B"].ref}


def test_the_page_tells_them_in_three_languages(
    client: Client, minna: Person, network: Network, perspective: Perspective, actors: dict[str, Actor]
) -> None:  # fmt: skip
    Actor.objects.filter(pk=actors["A"].pk).update(sector="education")
    make_service(actors["A"], kinds=["advice"], goal_areas=["education"])
    expected = {
        "fi": ("Kartalta puuttuu: Työ ja toimeentulo,", "Työllistyminen: kukaan ei tarjoa (tieto, neuvonta ja ohjaus).", "vuoden takaista karttaa ei ole"),
        "sv": ("På kartan saknas: Arbete och", "Sysselsättning: ingen erbjuder information, rådgivning och vägledning.", "ingen karta från för ett år sedan"),
        "en": ("Not on the map: Work and income,", "Finding work: nobody offers information, advice and guidance.", "there is no map from a year ago"),
    }  # fmt: skip
    tie(perspective, actors["A"], actors["B"])
    for language, sentences in expected.items():
        Person.objects.filter(pk=minna.pk).update(language=language)
        page = sign_in(client, minna).get(f"/networks/{network.slug}/reading/").content.decode()
        for sentence in sentences:
            assert sentence in page, language
