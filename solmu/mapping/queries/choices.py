"""The only place that reads whom and where one may choose by name, and who may be on the map already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import get_language
from rapidfuzz import fuzz, process

from solmu.lib.alphabet import in_order
from solmu.matching import Party, Towns, find_doubles, fold
from solmu.networks.models import Area, Network
from solmu.networks.queries import municipalities_by_name
from solmu.registry.models import Actor, Name
from solmu.registry.queries import present_actors, shown_label

MOST_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """An actor as it is chosen by name; ``said`` adds its place where two share a name."""

    pk: int
    ref: str
    label: str
    kind: str
    sector: str
    place: str
    said: str


class UnknownActor(LookupError):
    """No actor of that name; ``alike`` are the nearest ones."""

    def __init__(self, alike: Sequence[Choice]) -> None:
        super().__init__()
        self.alike = alike


def actor_choices(network: Network) -> list[Choice]:
    """Return the actors on the map in the order of their names."""
    place = "municipality__name_sv" if get_language() == "sv" else "municipality__name_fi"
    rows = list(
        present_actors(network).values_list("pk", "ref", shown_label(), "kind", "sector", place)
    )
    shared = Counter(label.casefold() for _, _, label, *_ in rows)
    choices = [
        Choice(
            pk, ref, label, kind, sector, town or "",
            f"{label} ({town or ref[:4]})" if shared[label.casefold()] > 1 else label,
        )
        for pk, ref, label, kind, sector, town in rows
    ]  # fmt: skip
    return sorted(choices, key=lambda choice: in_order(choice.said))


def choice_of(actor: Actor, choices: Iterable[Choice]) -> str:
    """Return how ``actor`` is offered among ``choices``; nothing when it is not on the map."""
    return next((one.said for one in choices if one.pk == actor.pk), "")


def choice_named(network: Network, text: str, choices: Iterable[Choice]) -> Choice:
    """Return the actor that ``text`` names: as it is offered, or by any of its names.

    Raises:
        UnknownActor: no actor or several are called that.
    """
    offered = list(choices)
    sought = fold(text)
    for known in (
        [one for one in offered if text in (one.said, one.ref)],
        [one for one in offered if sought == fold(one.label)],
        _also_named(network, sought, offered),
    ):
        if len(known) == 1:
            return known[0]
        if known:
            raise UnknownActor(known)
    near = process.extract(
        sought, [fold(one.label) for one in offered], scorer=fuzz.WRatio, limit=MOST_SUGGESTED, score_cutoff=60
    )  # fmt: skip
    raise UnknownActor([offered[place] for _, _, place in near])


def possible_doubles(
    network: Network, name: str, *, kind: str = "", town: str = "", but: Actor | None = None
) -> list[Choice]:
    """Return the actors on the map that somebody called ``name`` may be, likeliest first."""
    choices = {
        str(one.pk): one for one in actor_choices(network) if but is None or one.pk != but.pk
    }
    names: dict[str, list[str]] = {key: [one.label] for key, one in choices.items()}
    also = Name.objects.filter(actor__network=network, actor__removed_at=None)
    for pk, text in also.values_list("actor_id", "text"):
        names.get(str(pk), []).append(text)
    areas = municipalities_by_name(network)
    towns = Towns({text: area.name_fi for text, area in areas.items()})
    asked = Party(key="asked", names=(name,), town=town, kind=kind)
    others = [
        Party(key=key, names=tuple(dict.fromkeys(names[key])), town=one.place, kind=one.kind)
        for key, one in choices.items()
    ]
    found: list[Choice] = []
    while len(found) < MOST_SUGGESTED and (
        best := find_doubles([asked], others, towns=towns, within=False)
    ):
        found.append(choices[best[0].other])
        others = [party for party in others if party.key != best[0].other]
    return found


def municipality_choices(network: Network) -> list[Area]:
    """Return the municipalities one may choose: the network's own ones first, then the catalogue."""
    areas = Area.objects.filter(Q(network=None) | Q(network=network), kind=Area.Kind.MUNICIPALITY)
    own = set(network.areas.values_list("pk", flat=True))
    return sorted(
        areas,
        key=lambda area: (area.pk not in own and area.network_id is None, in_order(area.name)),
    )


def _also_named(network: Network, sought: str, offered: Sequence[Choice]) -> list[Choice]:
    names = Name.objects.filter(actor__network=network, actor__removed_at=None)
    called = {pk for pk, text in names.values_list("actor_id", "text") if fold(text) == sought}
    return [one for one in offered if one.pk in called]
