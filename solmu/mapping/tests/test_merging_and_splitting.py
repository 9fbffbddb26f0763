"""Two actors that are one are merged, one that is two is split; both are decisions that can be taken back."""

from __future__ import annotations

import pytest
from django.test import Client

from solmu.ledger.models import Act
from solmu.mapping.tests.makers import SmallMap, make_small_map, read_in_english, words_of
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.changes import undo_act
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Identity, Tie
from solmu.registry.queries import present_actors
from solmu.registry.tests.makers import make_actor, make_perspective, perspective_of
from tests.cast import NOON, sign_in


@pytest.fixture
def small(network: Network, aino: Person) -> SmallMap:
    return make_small_map(network, aino)


@pytest.fixture
def double(network: Network, small: SmallMap) -> Actor:
    """Kela under its long name, in another group's words, with a tie of its own."""
    group = make_perspective(network, title="Ryhmä 2")
    double = make_actor(group, "Kansaneläkelaitos", sector="employment")
    state_tie(group, double, small.lukio, TieWords(), by=None, at=NOON)
    return double


def address(actor: Actor, act: str) -> str:
    return f"/networks/{actor.network.slug}/actors/{actor.ref}/{act}/"


def partners(actor: Actor) -> set[str]:
    ties = Tie.objects.filter(source=actor, status="existing")
    return set(ties.values_list("target__label_fi", flat=True))


def test_likely_doubles_are_offered_first(client: Client, aino: Person, small: SmallMap) -> None:
    read_in_english()
    double = make_actor(small.own, "KELA")
    page = sign_in(client, aino).get(address(small.kela, "merge")).content.decode()
    assert "Perhaps the same" in page
    assert f'href="?with={double.ref}"' in page


def test_any_other_is_found_by_its_name(
    client: Client, aino: Person, small: SmallMap, double: Actor
) -> None:
    here = address(small.kela, "merge")
    answer = sign_in(client, aino).get(here, {"other": "kansaneläkelaitos"})
    assert answer["Location"] == f"{here}?with={double.ref}"
    read_in_english()
    unknown = client.get(here, {"other": "Xyzzy 12"})
    assert unknown.status_code == 422
    assert "Unknown actor. Add it first." in words_of(unknown.content.decode())


def test_what_becomes_of_names_and_ties_is_shown_before_anything_happens(
    client: Client, aino: Person, small: SmallMap, double: Actor
) -> None:
    read_in_english()
    page = words_of(
        sign_in(client, aino)
        .get(address(small.kela, "merge"), {"with": double.ref})
        .content.decode()
    )
    assert "3 ties; a tie between the two disappears" in page
    assert "Found by these names: Kela, Kansaneläkelaitos" in page
    assert "Named by: Ryhmä 2" in page
    assert present_actors(small.kela.network).filter(pk=double.pk).exists()


def test_merged_actors_share_ties_and_the_reason_is_kept(
    client: Client, network: Network, aino: Person, small: SmallMap, double: Actor
) -> None:
    here = f"{address(small.kela, 'merge')}?with={double.ref}"
    answer = sign_in(client, aino).post(here, {"kept": double.ref, "why": "Sama laitos"})
    assert answer.status_code == 302
    assert partners(double) == {"Lukio", "Ohjaamo Järvilakeus"}
    assert small.kela not in present_actors(network)
    assert set(Identity.objects.filter(actor=double).values_list("why", flat=True)) == {
        "",
        "Sama laitos",
    }
    undo_act(network, Act.objects.latest("pk"), by=aino, at=NOON)
    assert partners(small.kela) == {"Ohjaamo Järvilakeus"}


def test_an_actor_and_its_unit_are_not_merged(
    client: Client, aino: Person, small: SmallMap
) -> None:
    read_in_english()
    here = f"{address(small.lukio, 'merge')}?with={small.opot.ref}"
    answer = sign_in(client, aino).post(here, {"kept": small.lukio.ref})
    assert answer.status_code == 422
    assert "One of them belongs to the other" in words_of(answer.content.decode())


def test_chosen_mentions_get_an_actor_of_their_own(
    client: Client, network: Network, aino: Person, small: SmallMap, double: Actor
) -> None:
    merge = f"{address(small.kela, 'merge')}?with={double.ref}"
    sign_in(client, aino).post(merge, {"kept": small.kela.ref})
    read_in_english()
    here = address(small.kela, "split")
    page = client.get(here).content.decode()
    assert "Kansaneläkelaitos Ryhmä 2" in words_of(page)
    mention = Identity.objects.get(mention__name="Kansaneläkelaitos", ended_at=None).mention
    answer = client.post(here, {"mentions": [mention.pk], "why": "Eri laitos"})
    assert answer.status_code == 302
    apart = present_actors(network).get(label_fi="Kansaneläkelaitos")
    assert partners(apart) == {"Lukio"}
    assert partners(small.kela) == {"Ohjaamo Järvilakeus"}


def test_a_split_leaves_somebody_on_both_sides(
    client: Client, network: Network, aino: Person, small: SmallMap, double: Actor
) -> None:
    read_in_english()
    merge = f"{address(small.kela, 'merge')}?with={double.ref}"
    sign_in(client, aino).post(merge, {"kept": small.kela.ref})
    here = address(small.kela, "split")
    everyone = list(
        Identity.objects.filter(actor=small.kela, ended_at=None).values_list("mention", flat=True)
    )
    for chosen in ([], everyone, ["999999"]):
        assert client.post(here, {"mentions": chosen}).status_code == 422
    alone = client.get(address(small.maija, "split")).content.decode()
    assert "Only one source names this actor" in alone


@pytest.mark.parametrize("act", ["merge", "split"])
def test_only_coordinators_decide_who_is_who(
    client: Client, eero: Person, minna: Person, otto: Person, small: SmallMap, act: str
) -> None:
    here = address(small.kela, act)
    answers = [sign_in(client, person).get(here).status_code for person in (eero, minna, otto)]
    assert answers == [403, 403, 404]


def test_actors_of_two_networks_are_never_merged(
    client: Client, aino: Person, otto: Person, small: SmallMap
) -> None:
    theirs = Network.objects.get(name="Oton verkosto")
    stranger = make_actor(perspective_of(otto, theirs), "Kela")
    here = address(small.kela, "merge")
    assert sign_in(client, aino).get(here, {"with": stranger.ref}).status_code == 404
    assert client.get(here, {"with": small.kela.ref}).status_code == 404
