"""The page of diversity: what it counts, what it asks, and that both are told with their day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from solmu.agreements.models import AgreedAction
from solmu.findings.models import DiversityAnswer
from solmu.ledger.models import Act
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.actors import place_in
from solmu.registry.actions.changes import undo_act
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Belonging, Perspective
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON, sign_in


@pytest.fixture
def perspective(network: Network, aino: Person) -> Perspective:
    return perspective_of(aino, network)


@pytest.fixture
def school(perspective: Perspective) -> Actor:
    """A school that works together with social services."""
    school = make_actor(perspective, "Ammattiopisto", sector="education")
    social = make_actor(perspective, "Aikuissosiaalityö", sector="wellbeing")
    words = TieWords(direction="both", contents=("joint_work",))
    state_tie(perspective, school, social, words, by=None, at=NOON)
    return school


def page(client: Client, person: Person, network: Network) -> str:
    answer = sign_in(client, person).get(reverse("diversity", args=[network.slug]))
    assert answer.status_code == 200
    return answer.content.decode()


def say(client: Client, network: Network, kind: str, **said: object) -> int:
    address = reverse("answer_kind", args=[network.slug, kind])
    return int(client.post(address, said).status_code)


def test_each_kind_is_told_with_its_actors_and_the_level(
    client: Client, minna: Person, network: Network, school: Actor
) -> None:
    words = page(client, minna, network)
    assert "1/1 hallinnonalojen parista suunnittelee tai toimii yhdessä." in words
    assert f'href="/networks/{network.slug}/map/?actor={school.ref}"' in words
    assert "Organisaatioiden tasolla." in words
    assert "Tilanne" in words


def test_what_the_map_cannot_tell_is_asked_of_the_coordinator_only(
    client: Client, aino: Person, minna: Person, network: Network, school: Actor
) -> None:
    unknown = "Ei tiedetä: kartasta sitä ei näe, eikä keneltäkään ole kysytty."
    reader = page(client, minna, network)
    assert reader.count(unknown) == 4
    assert "Koordinaattori voi vastata." in reader
    assert "Vastaa pieneen kysymykseen" not in reader
    coordinator = page(client, aino, network)
    assert coordinator.count("Vastaa pieneen kysymykseen") == 4
    assert coordinator.count("Kirjoita palveluista, älä asiakkaista.") == 4


def test_an_answer_is_kept_with_its_day_and_writer_and_can_be_undone(
    client: Client, aino: Person, network: Network, school: Actor
) -> None:
    sign_in(client, aino)
    assert say(client, network, "multi_skilled", words="somali, pelitaidot") == 302
    answer = DiversityAnswer.objects.get()
    assert (answer.author, answer.language) == (aino, "fi")
    words = page(client, aino, network)
    assert "2 taitoa ammatin rinnalla on nimetty." in words
    assert "Vastattu" in words
    assert "Aino Laine" in words
    undo_act(network, Act.objects.latest("pk"), by=None, at=NOON)
    assert not DiversityAnswer.objects.exists()


def test_a_later_answer_takes_the_place_of_the_former(
    client: Client, aino: Person, network: Network, school: Actor
) -> None:
    sign_in(client, aino)
    say(client, network, "multi_level", levels=["national"], words="")
    say(
        client,
        network,
        "multi_level",
        levels=["national", "regional"],
        words="",
        actors=[school.ref],
    )
    answer = DiversityAnswer.objects.get()
    assert (answer.levels, answer.actors) == (["national", "regional"], [school.ref])


def test_an_identity_code_is_refused_where_it_was_written(
    client: Client, aino: Person, network: Network, school: Actor
) -> None:
    sign_in(client, aino)
    assert say(client, network, "multi_skilled", words="131052-308T") == 422
    assert not DiversityAnswer.objects.exists()


def test_only_what_the_map_cannot_tell_is_answered(
    client: Client, aino: Person, network: Network, school: Actor
) -> None:
    sign_in(client, aino)
    assert say(client, network, "multi_administrative", words="kaikki") == 404


def test_what_is_missing_is_told_at_the_top(
    client: Client, aino: Person, network: Network, school: Actor
) -> None:
    sign_in(client, aino)
    say(client, network, "multi_expert", words="")
    words = page(client, aino, network)
    assert "Puuttuu nyt" in words
    assert '<a href="#multi_expert">Moniasiantuntijuus</a>' in words
    assert '<a href="#multi_sectoral">Monialaisuus</a>' in words


def test_it_takes_as_many_queries_however_large_the_network_is(
    client: Client, minna: Person, network: Network, perspective: Perspective, school: Actor
) -> None:
    sign_in(client, minna).get("/profile/")  # the browser is noted once
    counts = []
    for turn in range(2):
        for number in range(5 * turn):
            person = make_actor(perspective, f"Ihminen {number}", kind="person")
            place_in(person, school, by=None, at=NOON)
            other = make_actor(perspective, f"Yritys {number}", sector="business")
            state_tie(perspective, person, other, TieWords(), by=None, at=NOON)
        Belonging.objects.update(role="ohjaaja")
        network.refresh_from_db()
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("diversity", args=[network.slug]))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_kind_leads_to_an_agreed_action_and_back(
    client: Client, aino: Person, network: Network, school: Actor
) -> None:
    address = f"{reverse('agree', args=[network.slug])}?origin=diversity&key=multi_skilled"
    assert address.replace("&", "&amp;") in page(client, aino, network)
    assert "Monitaitoisuus" in client.get(address).content.decode()
    due = (timezone.localdate() + timedelta(days=9)).isoformat()
    client.post(address, {"what": "Kysytään taidot", "owner": school.ref, "due_on": due})
    place = reverse("agreement", args=[network.slug, AgreedAction.objects.get().ref])
    words = client.get(place).content.decode()
    assert f'href="{reverse("diversity", args=[network.slug])}#multi_skilled"' in words
