"""Whoever an import brought has a place on the map before anybody looks."""

from __future__ import annotations

from django.test import Client
from django.utils import timezone

from solmu.jobs.actions import run_due
from solmu.mapping.models import Position
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.models import Upload
from solmu.registry.queries import present_actors


def test_an_import_leaves_every_actor_placed(
    client: Client, network: Network, aino: Person
) -> None:
    client.force_login(aino)
    home = f"/networks/{network.slug}/import/"
    client.post(f"{home}names/", {"names": "Kela\nOhjaamo\nLukio"})
    run_due("test", clock=timezone.now)
    upload = Upload.objects.get()
    client.post(f"{home}{upload.ref}/", {"act": "apply"})
    run_due("test", clock=timezone.now)
    brought = {actor.pk for actor in present_actors(network)}
    assert len(brought) == 3
    assert set(Position.objects.values_list("actor_id", flat=True)) == brought
