"""A whole import, from a workbook's bytes to ties on the map, against openpyxl merely reading its cells.

The row that does not flatter: reading a file is a small part of bringing it to a map, since each name and each
claim is kept as its source said it, and the ties are read from them.
"""

from __future__ import annotations

from functools import partial

from bench.import_xlsx import SIZES, cells, made_up
from bench.seeding import NOW, seed
from bench.timing import best_of, growth, milliseconds
from solmu.formats import write_file
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.imports import apply_upload, read_upload, receive
from solmu.registry.models import Contact, Tie

ALL = tuple(Contact.Visibility)


def rows() -> list[tuple[str, ...]]:
    """Import each size once into an empty network; the database keeps it, so once is all there is."""
    table: list[tuple[str, ...]] = [
        ("actors/ties", "read and understood", "applied", "openpyxl reads cells", "ratio of the whole")
    ]  # fmt: skip
    whole: list[float] = []
    for actors, ties in SIZES:
        data = write_file(made_up(actors, ties), "xlsx")
        network, person = seed(0)
        upload = receive(network, file_name="bench.xlsx", content=data, by=person, at=NOW)
        read = best_of(1, partial(read_upload, upload, seen=ALL))
        applied = best_of(1, partial(apply_upload, upload, seen=ALL, by=person, at=NOW))
        if Tie.objects.filter(network=network).count() < ties:
            message = "the bench did not import what it wrote"
            raise AssertionError(message)
        theirs = best_of(3, partial(cells, data))
        whole.append(read + applied)
        times = (milliseconds(read), milliseconds(applied), milliseconds(theirs))
        table.append((f"{actors}/{ties}", *times, f"{whole[-1] / theirs:.1f}×"))
        Network.objects.filter(pk=network.pk).delete()
        Person.objects.filter(pk=person.pk).delete()
    (small, _), (large, _) = SIZES
    return [*table, ("growth", growth((small, whole[0]), (large, whole[1])), "", "", "")]
