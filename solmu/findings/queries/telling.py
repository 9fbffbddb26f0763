"""The only place that lays a reading out for a page: sentences with their evidence, pictures and caveats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from solmu.analysis.levels import LevelGraph, Node
from solmu.findings.queries.matrix import Row, matrix_of
from solmu.findings.queries.phrases import TOWN_SILO, Sentence, percent
from solmu.findings.queries.words import HELP, TOPICS, reason, sentence, sureness
from solmu.findings.rules.answers import anchor_of
from solmu.findings.rules.facts import Finding, Withheld
from solmu.findings.rules.picture import Picture, detail, whole_map
from solmu.findings.rules.reading import Reading
from solmu.mapping.actions import place_newcomers
from solmu.mapping.rules.drawing import Drawing, drawn
from solmu.networks.models import Area, Network
from solmu.registry.models import Actor
from solmu.registry.queries import shown_label
from solmu.sna.layout import canvas

MOST_DRAWN = 400  # beyond, a picture as small as this shows nothing
MOST_LISTED = 8
MOST_POINTED_AT = 60  # an address has its length


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence as a page shows it. ``number`` is its place in the first reading."""

    number: int
    said: Sentence
    finding: Finding | None
    evidence: tuple[Node, ...] = ()
    person: str = ""
    picture: Picture | None = None
    help: str | Promise = ""
    answered: str = ""
    topic: str | Promise = ""
    sure: Sentence | None = None
    matrix: tuple[Row, ...] = ()

    @property
    def anchor(self) -> str:
        """Where on the reading's page it stands."""
        return anchor_of(self.finding) if self.finding else ""

    @property
    def shown(self) -> str:
        """What to point at on the map, as its address takes it: actors, and ties as ``one~other``."""
        finding = self.finding
        if finding is None:
            return ""
        pairs = [f"{one}~{other}" for one, other in finding.ties[:MOST_POINTED_AT]]
        return ",".join((*finding.actors[:MOST_POINTED_AT], *pairs))

    @property
    def listed(self) -> tuple[Node, ...]:
        return self.evidence[:MOST_LISTED]

    @property
    def folded(self) -> tuple[Node, ...]:
        return self.evidence[MOST_LISTED:]


def told(
    items: Sequence[Finding | Withheld], graph: LevelGraph, drawing: Drawing | None = None
) -> list[Told]:
    """Lay out findings in their order, each with a picture of its evidence where there is a ``drawing``."""
    nodes = {node.ref: node for node in graph.nodes}
    towns = town_names(items)
    labels = {ref: node.label for ref, node in nodes.items()} | towns
    people = _names({one.person for one in items if isinstance(one, Finding) and one.person})
    laid: list[Told] = []
    tabled: set[str] = set()
    for number, item in enumerate(items, 1):
        if isinstance(item, Withheld):
            laid.append(Told(number, reason(item), None, topic=TOPICS[item.topic]))
            continue
        # One table a topic: the same stands behind all its findings.
        matrix = () if item.topic in tabled else matrix_of(item, towns)
        tabled |= {item.topic} if matrix else set()
        laid.append(
            Told(
                number,
                sentence(item, labels),
                item,
                evidence=tuple(nodes[ref] for ref in item.actors if ref in nodes),
                person=people.get(item.person, ""),
                picture=detail(drawing, item) if drawing and (item.actors or item.ties) else None,
                help=HELP[item.method],
                answered="" if item.answered is None else percent(item.answered),
                topic=TOPICS[item.topic],
                sure=sureness(item.sure) if item.sure else None,
                matrix=matrix,
            )
        )
    return laid


def by_reason(withheld: Iterable[Told]) -> list[tuple[Sentence, list[str]]]:
    """Return why nothing can be said, each reason once, with the topics that it is given for."""
    found: dict[Sentence, list[str]] = {}
    for one in withheld:
        found.setdefault(one.said, []).append(str(one.topic))
    return list(found.items())


def drawing_of(network: Network, graph: LevelGraph) -> Drawing | None:
    """Return the map as it is drawn, or None when a small picture of it would show nothing."""
    if not 0 < len(graph.nodes) <= MOST_DRAWN:
        return None
    places = place_newcomers(network, graph)
    return drawn(graph, places, canvas=canvas(len(graph.nodes)))


def numbered_map(drawing: Drawing | None, reading: Reading) -> Picture | None:
    """Return the whole map with the numbers of the first reading on it."""
    if drawing is None:
        return None
    numbered = {
        number: one for number, one in enumerate(reading.first_five, 1) if isinstance(one, Finding)
    }
    return whole_map(drawing, numbered)


def not_asked(graph: LevelGraph) -> list[Node]:
    """Return the actors whose own ties nobody was asked about: those are unknown, not absent."""
    return [node for node in graph.nodes if not node.asked]


def town_names(items: Iterable[Finding | Withheld]) -> dict[str, str]:
    """Return the names of the municipalities that findings speak of, by their codes; a file's code is its name."""
    spoken = [one for one in items if isinstance(one, Finding)]
    codes = {
        code
        for one in spoken
        if one.topic == "towns"
        for pair in one.mixed
        for code in (pair.one, pair.other)
    }
    codes |= {str(one.slots[slot]) for one in spoken if one.id == TOWN_SILO for slot in ("x", "y")}
    keys = [code for code in codes if code.isdigit()]
    known = Area.objects.filter(pk__in=keys) if keys else ()
    return {code: code for code in codes} | {str(town.pk): town.name for town in known}


def _names(refs: set[str]) -> dict[str, str]:
    return (
        dict(Actor.objects.filter(ref__in=refs).values_list("ref", shown_label())) if refs else {}
    )
