"""The only place where everything is made that the pages' states show: the demo region, files, jobs, invitations."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from unittest.mock import patch

import xlsxwriter
from django.core.exceptions import RequestDataTooBig
from django.utils import timezone
from django.utils.text import capfirst

from solmu.config.demo import load_demo
from solmu.findings.queries.facts import reading_of
from solmu.findings.rules.answers import key_of
from solmu.jobs.actions import run_due
from solmu.jobs.models import Job
from solmu.ledger.models import Act
from solmu.mapping.tests.makers import make_large_map
from solmu.networks.actions import found_network, give_read_token, invite
from solmu.networks.models import Membership, Network, ReadPart
from solmu.passes.actions import TooManyTries
from solmu.people.actions import join_organisation_account
from solmu.people.models import Person
from solmu.registry.access import asked_contacts_for
from solmu.registry.actions.actors import ActorWords, correct_actor
from solmu.registry.actions.confirming import ask_to_confirm, confirm_by_link
from solmu.registry.actions.imports import READ, ask_to_apply, receive
from solmu.registry.actions.indexing import refresh_index
from solmu.registry.actions.perspectives import own_perspective
from solmu.registry.models import Actor, Service, Upload
from solmu.sharing.actions import ShareWords, open_share, prepare_share, revoke_share
from solmu.sharing.models import Share
from solmu.shell import views as shell_views
from tests.organisation import KEY

Rows = list[list[str]]

SHEET_ACTORS: Rows = [
    ["Nimi", "Laji", "Ala", "Kunta", "Kuuluu", "Palvelut", "Puhelin"],
    ["Järvilakeuden etsivät", "yksikkö", "nuoriso", "Järvilakeus", "", "jalkautuminen", "06 000 0124"],
    ["Nuorten mt-palvelut", "yksikkö", "hyvinvointi", "Järvilakeus", "", "lyhytterapia", "06 000 0118"],
    ["Paja", "yksikkö", "nuoriso", "", "", "", ""],
    ["Kela", "organisaatio", "työ", "Järvilakeus", "", "", "06 000 0199"],
    ["Ammattiopisto Lakeus", "organisaatio", "koulutus", "Järvilakeus", "", "", "06 000 0180"],
    ["Nuorten kriisipiste", "yksikkö", "järjestöt", "Lakeakoski", "", "kriisiapu, päivystys", ""],
    ["Perheneuvola", "yksikkö", "hyvinvointi", "Selkäjoki", "", "perheiden tuki", ""],
    ["Maahanmuuttajataustaisten nuorten työllistymisvalmennus", "yksikkö", "työ", "Järvilakeus", "Järvilakeuden työllisyysalue", "valmennus, kielituki", ""],
    ["Kansalaisopisto", "organisaatio", "koulutus", "Haapakorpi", "", "lyhytkurssit", ""],
    ["Lakeuden rakennus Oy", "organisaatio", "yritys", "Selkäjoki", "", "kesätyö, työkokeilu", ""],
    ["", "yksikkö", "nuoriso", "", "", "", "040 123 4567"],
]  # fmt: skip
SHEET_TIES: Rows = [
    ["Mistä", "Mihin", "Mitä kulkee", "Kuinka usein"],
    ["Perheneuvola", "Opiskeluhuolto", "konsultaatio", "kuukausittain"],
    ["Nuorten kriisipiste", "Nuorten mielenterveyspalvelut", "asiakasohjaus", "viikoittain"],
    ["Kansalaisopisto", "Ohjaamo Järvilakeus", "tieto", "harvemmin"],
    ["Nuortenpaja", "Kela", "tieto", "viikoittain"],
    ["Kela", "Kela", "tieto", "viikoittain"],
    ["Perheneuvola", "Nuorisotalot", "tieto", "joskus"],
]


def workbook(**sheets: Rows) -> bytes:
    """Return an Excel workbook with these sheets."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return data.getvalue()


@dataclass(frozen=True)
class World:
    """Everybody who may look, and the words that addresses ask for."""

    people: dict[str, Person]
    words: dict[str, str]
    # What people have called things, in whatever language.
    names: frozenset[str]


def make_world(at: datetime) -> World:
    """Make the demo region, and beside it what only some pages show."""
    network = load_demo(at=at)
    refresh_index(
        network
    )  # in memory two requests share one connection, and would both begin to build it
    people = {person.name.split()[0].lower(): person for person in Person.objects.all()}
    aino = people["aino"]
    neighbour = Network.objects.get(name="Rantaseudun nuorten verkosto")
    empty = found_network("Selkäjoen nuorten verkosto", by=aino, at=at)
    words = {
        "net": f"/networks/{network.slug}/",
        "empty": f"/networks/{neighbour.slug}/",
        "small": f"/networks/{empty.slug}/",
        "hundreds": _crowd("Lakeuden maakunta", 410, by=aino, at=at),
        "thousands": _crowd("Länsi-Suomi", 1510, by=aino, at=at),
        **_actors(network),
        **_uploads(network, empty, by=aino, at=at),
        "failed": _failed_job(network, aino, at).ref,
        "token": _invite(network, "leena.uusitalo@kunta.example", by=aino, at=at),
        **_asked(network, by=aino, at=at),
        **_shares(network, by=aino, at=at),
        "conflict": str(_conflict(network, people, at).pk),
        "renewal": network.renewals.get(state="asked").ref,
        "aim": network.aims.earliest("review_on").ref,
        "version": str(network.card_answers.earliest("pk").pk),
        **_agreed(network, at),
    }
    join_organisation_account(aino, KEY, "an account of the world", by=aino, at=at)
    give_read_token(
        network, "Kuntaraportti", ReadPart.usual(), lasts=timedelta(days=90), by=aino, at=at
    )
    _invite(network, "mika.kettunen@yhdistys.example", by=aino, at=at)
    labels = Actor.objects.values_list("label_fi", flat=True)
    services = Service.objects.values_list("name", "target_group")
    said = [capfirst(text) for one in services for text in one] + [
        text for one in services for text in one
    ]
    return World(people, words, frozenset([*labels, *said, "Toimijat", "Suhteet"]))


def _crowd(name: str, count: int, *, by: Person, at: datetime) -> str:
    """Found a network of ``count`` actors, and return where it is."""
    network = found_network(name, by=by, at=at)
    make_large_map(network, count)
    return f"/networks/{network.slug}/"


def _actors(network: Network) -> dict[str, str]:
    keys = {
        "ohjaamo": "Ohjaamo Järvilakeus", "kela": "Kela", "parish": "Järvilakeuden seurakunta",
        "minds": "Nuorten mielenterveyspalvelut", "outreach": "Etsivä nuorisotyö",
        "workshop": "Nuorten työpaja", "school": "Ammattiopisto Lakeus",
        "jobs": "Järvilakeuden työllisyysalue",
    }  # fmt: skip
    found = dict(Actor.objects.filter(network=network).values_list("label_fi", "ref"))
    return {key: found[label] for key, label in keys.items()}


def _uploads(network: Network, empty: Network, *, by: Person, at: datetime) -> dict[str, str]:
    """Send files in: one waits for its review, one was refused, one is on the map, one waits to be read."""
    both = workbook(Toimijat=SHEET_ACTORS, Suhteet=SHEET_TIES)
    review = _send(network, "Järvilakeuden toimijat 2026.xlsx", both, by=by, at=at)
    refused = _send(network, "toimijat-vanha.xls", b"\xd0\xcf\x11\xe0" + b"0" * 600, by=by, at=at)
    bare = workbook(Lista=[["Kirjasto", "Selkäjoki"], ["Uimahalli", "Haapakorpi"]])
    bare_list = _send(network, "lista.xlsx", bare, by=by, at=at)
    names = workbook(
        Toimijat=[["Nimi", "Ala"], ["Kela", "työ"], ["Etsivä nuorisotyö", "nuoriso"], ["Kirjasto", ""]],
        Suhteet=[["Mistä", "Mihin"], ["Kela", "Etsivä nuorisotyö"], ["Kirjasto", "Kela"]],
    )  # fmt: skip
    done = _send(empty, "Selkäjoki.xlsx", names, by=by, at=at)
    run_due("states", clock=lambda: at)
    ask_to_apply(Upload.objects.get(pk=done.pk), by=by, at=at)
    run_due("states", clock=lambda: at)
    waits = _send(network, "Hyvinvointialueen yhteystiedot.xlsx", both, by=by, at=at)
    return {
        "review": review.ref,
        "bare": bare_list.ref,
        "refused": refused.ref,
        "done": done.ref,
        "waits": waits.job_ref,
    }


def _send(network: Network, name: str, content: bytes, *, by: Person, at: datetime) -> Upload:
    return receive(network, file_name=name, content=content, by=by, at=at)


def _failed_job(network: Network, person: Person, at: datetime) -> Job:
    return Job.objects.create(
        kind=READ,
        network_id=network.pk,
        person_id=person.pk,
        state=Job.State.FAILED,
        failure="OSError",
        run_at=at,
        created_at=at,
        finished_at=at,
    )


def _invite(network: Network, email: str, *, by: Person, at: datetime) -> str:
    return invite(email, network=network, by=by, at=at).rstrip("/").rsplit("/", 1)[-1]


def _asked(network: Network, *, by: Person, at: datetime) -> dict[str, str]:
    """Ask two actors whether their contacts are right; one has answered."""
    tokens = {}
    for key, label in (
        ("asked", "Järvilakeuden seurakunta"),
        ("answered", "Nuorten työpaja"),
    ):
        actor = Actor.objects.get(network=network, label_fi=label)
        link = ask_to_confirm(actor, seen=["members", "readers"], language="fi", by=by, at=at)
        tokens[key] = link.rstrip("/").rsplit("/", 1)[-1]
    answered = tokens["answered"]
    confirm_by_link(asked_contacts_for(answered, at=at), answered, at=at)
    return tokens


def _shares(network: Network, *, by: Person, at: datetime) -> dict[str, str]:
    """Share the map: one link is open, one was closed, one share is being prepared and names somebody."""
    usual = ("sector", "municipality", "services", "contents", "frequency", "wished")

    def prepare(title: str, fields: tuple[str, ...] = usual) -> Share:
        until = (at + timedelta(days=90)).date()
        words = ShareWords(title=title, level="organisation", fields=fields, until=until)
        return prepare_share(network, words, by=by, at=at)

    opened, closed = prepare("Nuorten palvelut Järvilakeudella"), prepare("Syksyn avajaiset")
    tokens = {
        "shared": open_share(opened, by=by, at=at),
        "closed": open_share(closed, by=by, at=at),
    }
    revoke_share(closed, by=by, at=at)
    return {**tokens, "draft": str(prepare("Maijan esitys kuntien kokoukseen").pk)}


def _conflict(network: Network, people: dict[str, Person], at: datetime) -> Act:
    """Let one person correct what another corrected before; undoing the first then has to ask."""
    kela = Actor.objects.get(network=network, label_fi="Kela")
    for who, text in (
        ("aino", "Palvelee nuoria Järvilakeuden kaupungintalolla tiistaisin."),
        ("eero", "Palvelee nuoria Järvilakeuden kaupungintalolla keskiviikkoisin."),
    ):
        membership = Membership.objects.get(network=network, person=people[who])
        words = ActorWords(name=kela.label, kind=kela.kind, sector=kela.sector, description=text)
        own = own_perspective(membership, title="", at=at)
        correct_actor(kela, words, perspective=own, by=people[who], at=at - timedelta(hours=2))
    return Act.objects.filter(network_id=network.pk, person_id=people["aino"].pk).latest("pk")


def _agreed(network: Network, at: datetime) -> dict[str, str]:
    """Find what was agreed, and a finding that nobody has answered."""
    network.refresh_from_db()
    told = reading_of(network, "organisation", on=timezone.localdate(at)).findings
    open_one = next(one for one in told if one.id == "cut_point")
    actions = network.agreed_actions
    return {
        "finding": key_of(open_one, "organisation"),
        "agreed": actions.get(what__startswith="Opot").ref,
        "from_finding": actions.get(origin_kind="finding").ref,
        "let_go": actions.get(state="let_go").ref,
    }


@contextmanager
def breaking_pages() -> Iterator[None]:
    """Let three addresses of the guide break on purpose, so that their error pages can be looked at."""
    leaf = shell_views._leaf
    faults = {
        "too-many": TooManyTries(3),
        "too-large": RequestDataTooBig(),
        "broken": RuntimeError("on purpose"),
    }

    def break_or_show(request: object, leaves: object, slug: str, kind: str) -> object:
        if slug in faults:
            raise faults[slug]
        return leaf(request, leaves, slug, kind)  # type: ignore[arg-type]

    with patch.object(shell_views, "_leaf", break_or_show):
        yield


@contextmanager
def standing_clock(at: datetime) -> Iterator[None]:
    """Let it always be the same moment, so that pages look the same whenever they are looked at."""
    with patch("django.utils.timezone.now", lambda: at):
        yield
