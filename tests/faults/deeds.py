"""The only place for what tests of a running server do and look up behind its back, by name and in JSON."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from solmu.jobs.models import Job
from solmu.ledger.models import Act
from solmu.networks.models import Membership, Network
from solmu.people.actions import erase_account
from solmu.people.models import Person
from solmu.registry.actions.actors import ActorWords, add_actor
from solmu.registry.actions.perspectives import own_perspective
from solmu.registry.models import Actor, Claim, Identity, Mention, Name, Perspective, Tie
from solmu.registry.queries import knew_actors, said_of
from solmu.registry.rules import resolve
from tests.cast import make_membership, make_network, make_person, sign_in

# Aino coordinates; the others are members.
CAST = {"Aino Laine": "fi", "Eero Mäki": "sv", "Kaisa Koe": "fi", "Leevi Koe": "fi"}

# Who is signed in and who works: nothing that another installation has.
PASSING = {"people.SignedIn", "jobs.Worker"}


def seed() -> dict[str, str]:
    """Bring the database up to date and make the cast; returns their sessions by first name."""
    call_command("migrate", interactive=False, verbosity=0)
    sessions: dict[str, str] = {}
    for name, language in CAST.items():
        client = sign_in(Client(), make_person(name, language=language))
        sessions[name.split()[0].lower()] = str(client.session.session_key)
    return sessions


def found(slug: str, actors: int = 0) -> list[str]:
    """Found a network of the cast with some actors; returns their refs."""
    network, at = make_network(slug=slug), timezone.now()
    for person in Person.objects.order_by("pk"):
        known = Membership.objects.filter(network=network).exists()
        make_membership(network, person, "member" if known else "coordinator")
    aino = Membership.objects.get(network=network, role="coordinator")
    own = own_perspective(aino, title="Koordinaattorin näkemys", at=at)
    names = [f"Toimija {number}" for number in range(actors)]
    return [add_actor(own, ActorWords(name=name), by=None, at=at).ref for name in names]


def said(slug: str) -> dict[str, Any]:
    """Return who has said which tie, what was undone, and where the map differs from what was said."""
    network = Network.objects.get(slug=slug)
    standing = {f"{end}__identities__ended_at": None for end in ("source", "target")}
    ends = ("source__identities__actor__ref", "target__identities__actor__ref")
    claims = Claim.objects.filter(perspective__network=network, **standing)
    people = claims.values_list("perspective__author__email", *ends)
    resolved = resolve(said_of(network), knew=knew_actors(network), rule="latest")
    shown = Tie.objects.filter(network=network)
    on_map = shown.values_list("source_id", "target_id", "said", "asked")
    wanted = [(one.source, one.target, one.said, one.asked) for one in resolved]
    acts = Act.objects.filter(network_id=network.pk)
    return {
        "claims": [((email or "").split(".")[0], *pair) for email, *pair in people],
        "undone": list(acts.exclude(undone_at=None).values_list("pk", flat=True)),
        "undoings": acts.filter(verb="undo").count(),
        "astray": sorted(set(on_map) ^ set(wanted)),
    }


def imported(slug: str) -> dict[str, int]:
    """Return how much of what an import brings is there, and how many imports."""
    actors = Actor.objects.filter(network__slug=slug)
    sources = Perspective.objects.filter(network__slug=slug, kind="import")
    return {
        "actors": actors.count(),
        "names": Name.objects.filter(actor__in=actors).count(),
        "mentions": Mention.objects.filter(perspective__in=sources).count(),
        "identities": Identity.objects.filter(mention__perspective__in=sources).count(),
        "claims": Claim.objects.filter(perspective__in=sources).count(),
        "ties": Tie.objects.filter(network__slug=slug).count(),
        "sources": sources.count(),
        "acts": Act.objects.filter(verb="import.apply", network_id=_pk(slug)).count(),
    }


def latest_job(slug: str) -> dict[str, Any]:
    """Return where the newest long work of a network is."""
    job = Job.objects.filter(network_id=_pk(slug)).latest("pk")
    return {"kind": job.kind, "state": job.state, "attempts": job.attempts, "step": job.progress}


def tables() -> dict[str, list[Any]]:
    """Return of each table that a copy holds how many rows there are, and what they come to."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label
        if model._meta.app_label in {"auth", "contenttypes", "sessions"} or label in PASSING:
            continue
        rows = model._base_manager.order_by("pk").values_list()
        # PostgreSQL keeps JSON in an order of its own.
        plain = [json.dumps(row, default=_plain, sort_keys=True) for row in rows]
        found[label] = [len(plain), hashlib.sha256("\n".join(plain).encode()).hexdigest()]
    return found


def erase(name: str) -> int:
    """Erase one of the cast; returns the number that is nobody's now."""
    person = Person.objects.get(name=name)
    number = int(person.pk)
    erase_account(person, by=None, at=timezone.now())
    return number


def names() -> list[str]:
    """Return who has an account."""
    return list(Person.objects.order_by("pk").values_list("name", flat=True))


def let_leases_run_out() -> int:
    """Let time pass for every lease, so that a silent worker counts as gone now."""
    return Job.objects.filter(state="running").update(leased_until=timezone.now())


def somebody_writes() -> bool:
    """Tell whether another process is in the middle of a transaction that writes."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL"
            )
            return bool(cursor.fetchone()[0])
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            cursor.execute("BEGIN IMMEDIATE")
        except OperationalError:
            return True
        cursor.execute("ROLLBACK")
        return False


def _pk(slug: str) -> int:
    return Network.objects.get(slug=slug).pk


def _plain(value: Any) -> str:
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value)
