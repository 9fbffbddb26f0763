"""Every address in every role: who gets in, who is told no, and that foreign looks like missing.

The table of `access_table.py` is compared with the addresses that the resolver knows: one without a row fails.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from solmu.agreements.tests.makers import make_agreement
from solmu.findings.actions import keep_report
from solmu.findings.tests.makers import make_dead_end, make_renewal
from solmu.jobs.models import Job
from solmu.journey.tests.makers import make_aim, make_version
from solmu.ledger.models import Act
from solmu.networks.actions import give_read_token, invite
from solmu.networks.models import Area, Membership, Network
from solmu.networks.rules import INVITATION, READING
from solmu.passes.models import Pass
from solmu.people.actions import add_passkey, join_organisation_account, note_use
from solmu.people.models import Person
from solmu.people.queries import organisation_accounts_of, passkeys_of
from solmu.registry.actions.actors import place_in
from solmu.registry.models import Perspective, Upload
from solmu.registry.tests.makers import make_actor, make_service, perspective_of
from solmu.sharing.tests.makers import make_share
from tests.access_table import LADDER, TABLE
from tests.addresses import Address, all_addresses
from tests.cast import NOON

OF_NETWORK = [name for name, row in TABLE.items() if row.role in LADDER]


@pytest.fixture
def words(network: Network, aino: Person, eero: Person, minna: Person) -> dict[str, object]:
    """What the addresses of the cast's own network ask for."""
    return words_of(network, aino)


def words_of(network: Network, coordinator: Person) -> dict[str, object]:
    own = perspective_of(coordinator, network)
    kela, ohjaamo = make_actor(own, "Kela"), make_actor(own, "Ohjaamo")
    invite("uusi@example.fi", network=network, by=coordinator, at=NOON)
    give_read_token(
        network, "raportti", ["ties"], lasts=timedelta(days=90), by=coordinator, at=timezone.now()
    )
    upload = Upload.objects.create(
        network=network,
        person=coordinator,
        file_name="toimijat.csv",
        job_ref="work",
        created_at=NOON,
    )
    town = Area.objects.create(
        network=network, kind="municipality", name_fi="Kuukylä", name_sv="Månby"
    )
    network.areas.add(town)
    return {
        "slug": network.slug,
        "ref": kela.ref,
        "service": make_service(kela).ref,
        "place": town.pk,
        "goal_area": "education",
        "kind": "advice",
        "source": kela.ref,
        "target": ohjaamo.ref,
        "upload": upload.ref,
        "home": place_in(kela, ohjaamo, by=None, at=NOON).pk,
        "act": Act.objects.filter(network_id=network.pk, verb="actor.add").latest("pk").pk,
        "perspective": Perspective.objects.get(pk=own.pk).ref,
        "invitation": Pass.objects.get(network_id=network.pk, purpose=INVITATION).pk,
        "read_token": Pass.objects.get(network_id=network.pk, purpose=READING).pk,
        "share": make_share(network, coordinator).pk,
        "member": Membership.objects.filter(network=network).earliest("pk").pk,
        "question": "done",
        "diversity": "multi_skilled",
        "version": make_version(network).pk,
        "aim": make_aim(network, kela).ref,
        "dead_end": make_dead_end(network).ref,
        "renewal": make_renewal(kela).ref,
        "agreement": make_agreement(network, kela).ref,
        "key": "organisation-nothing",
        "report": keep_report(network, b"", "pdf", by=coordinator, at=NOON).ref,
        "ending": "xlsx",
        "page": "start",
        "code": "M02",
        "token": "nothing",
    }


def fill(address: Address, words: dict[str, object]) -> str:
    special = SPECIAL.get(address.name, {})
    return address.filled({**words, **{word: words[source] for word, source in special.items()}})


# Where an address means another thing by a word than most do.
SPECIAL: dict[str, dict[str, str]] = {
    "change_role": {"pk": "member"},
    "remove_member": {"pk": "member"},
    "revoke_invitation": {"pk": "invitation"},
    **{
        name: {"pk": "share"}
        for name in TABLE
        if name == "share" or (name.endswith("_share") and name != "new_share")
    },
    "revoke_read_token": {"pk": "read_token"},
    "undo_act": {"pk": "act"},
    "end_home": {"pk": "home"},
    "made_report": {"ref": "report"},
    "answer_kind": {"kind": "diversity"},
    "answer_dead_end": {"ref": "dead_end"},
    "remove_dead_end": {"ref": "dead_end"},
    "answer_renewal": {"ref": "renewal"},
    "remove_renewal": {"ref": "renewal"},
    "card_version": {"pk": "version"},
    "edit_aim": {"ref": "aim"},
    "review_aim": {"ref": "aim"},
    "remove_aim": {"ref": "aim"},
    **{name: {"ref": "agreement"} for name in TABLE if "agreement" in name},
    "edit_service": {"ref": "service"},
    "remove_service": {"ref": "service"},
    "import_review": {"ref": "upload"},
    "answer_import": {"ref": "upload"},
    "import_columns": {"ref": "upload"},
}
# Words of an address that name no thing of one network: the same is asked in all of them.
COMMON = {"slug", "question", "kind", "ending"}
ADDRESSES = {address.name: address for address in all_addresses()}


def ask(person: Person | None, name: str, words: dict[str, object]) -> int:
    client = Client()
    if person is not None:
        client.force_login(person)
    path = fill(ADDRESSES[name], words)
    return int(getattr(client, TABLE[name].method)(path).status_code)


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert set(TABLE) == set(ADDRESSES)


@pytest.mark.parametrize("name", OF_NETWORK)
def test_who_does_not_belong_finds_nothing_there(
    name: str, words: dict[str, object], otto: Person, ritva: Person
) -> None:
    missing = {**words, "slug": "ei-ole"}
    for person in (otto, ritva):
        assert ask(person, name, words) == ask(person, name, missing) == 404


@pytest.mark.parametrize("name", OF_NETWORK)
def test_who_is_not_signed_in_is_asked_to(name: str, words: dict[str, object]) -> None:
    client = Client()
    response = getattr(client, TABLE[name].method)(fill(ADDRESSES[name], words))
    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("name", OF_NETWORK)
def test_each_role_gets_in_where_it_may_and_is_told_no_where_it_may_not(
    name: str, words: dict[str, object], aino: Person, eero: Person, minna: Person
) -> None:
    least = LADDER.index(TABLE[name].role)
    for step, person in enumerate((minna, eero, aino)):
        status = ask(person, name, words)
        if step < least:
            assert status == 403, (name, LADDER[step])
        else:
            assert status not in {403, 500, 405}, (name, LADDER[step])


@pytest.mark.parametrize("name", [name for name in OF_NETWORK if {*ADDRESSES[name].asks} - COMMON])
def test_a_thing_of_another_network_is_not_found_in_ones_own(
    name: str, words: dict[str, object], aino: Person, otto: Person
) -> None:
    theirs = words_of(Network.objects.get(name="Oton verkosto"), otto)
    assert ask(aino, name, {**theirs, "slug": words["slug"]}) == 404


@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row.role == "bearer"])
def test_what_programs_read_opens_by_a_token_alone(
    name: str, words: dict[str, object], aino: Person
) -> None:
    assert ask(None, name, words) == ask(aino, name, words) == 401


@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row.role == "signed_in"])
def test_pages_of_ones_own_ask_one_to_sign_in(name: str, otto: Person) -> None:
    words: dict[str, object] = {}
    assert ask(None, name, words) in {302}
    assert ask(otto, name, words) in {200, 302}


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row.role == "anybody"])
def test_open_pages_are_open_and_never_break(name: str) -> None:
    words: dict[str, object] = {
        "page": "start",
        "code": "M02",
        "token": "nothing",
        "provider": "nobody",
    }
    status = ask(None, name, words)
    assert status in {200, 302, 400, 404, 503}
    hidden = {"join", "confirm_contacts", "demo_cast", "demo_sign_in", "api_nowhere"}
    hidden |= {"organisation_sign_in", "organisation_return"}  # the operator has named nobody
    assert status != 404 or name in hidden or "shared" in name


@pytest.mark.parametrize("name", ["job_progress", "cancel_job"])
def test_long_work_is_followed_by_whoever_asked_for_it(
    name: str, aino: Person, eero: Person
) -> None:
    job = Job.objects.create(kind="registry.read", person_id=aino.pk, run_at=NOON, created_at=NOON)
    assert ask(aino, name, {"ref": job.ref}) in {200, 302}
    assert ask(eero, name, {"ref": job.ref}) == 404
    assert ask(None, name, {"ref": job.ref}) == 302


def test_a_sign_in_is_ended_by_whose_it_is(aino: Person, eero: Person) -> None:
    note_use(aino, "somewhere", user_agent="Firefox", at=NOON)
    pk = aino.signed_in.get().pk
    assert ask(eero, "end_session", {"pk": pk}) == 404
    assert ask(None, "end_session", {"pk": pk}) == 302
    assert ask(aino, "end_session", {"pk": pk}) == 302
    assert not aino.signed_in.filter(pk=pk).exists()


def test_a_passkey_is_removed_by_whose_it_is(aino: Person, eero: Person) -> None:
    add_passkey(aino, "Firefox", {}, by=aino, at=NOON)
    pk = passkeys_of(aino).get().pk
    assert ask(eero, "remove_passkey", {"pk": pk}) == 404
    assert ask(None, "remove_passkey", {"pk": pk}) == 302
    assert ask(aino, "remove_passkey", {"pk": pk}) == 302
    assert not passkeys_of(aino).exists()


def test_an_organisations_account_is_taken_away_by_whose_it_is(aino: Person, eero: Person) -> None:
    join_organisation_account(aino, "kunta", "1", by=aino, at=NOON)
    pk = organisation_accounts_of(aino).get().pk
    assert ask(eero, "remove_organisation_account", {"pk": pk}) == 404
    assert ask(None, "remove_organisation_account", {"pk": pk}) == 302
    assert ask(aino, "remove_organisation_account", {"pk": pk}) == 302
    assert not organisation_accounts_of(aino).exists()
