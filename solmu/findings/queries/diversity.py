"""The only place that gathers what the kinds of diversity are counted from, and says them in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from solmu.analysis.levels import EXISTING, PERSON, LevelGraph, Node
from solmu.analysis.queries import level_graph
from solmu.findings.models import DiversityAnswer
from solmu.findings.rules.diversity import (
    LEVELS,
    Counted,
    DiversityFacts,
    Said,
    Working,
    count_kinds,
)
from solmu.networks.models import Network
from solmu.registry.models import Belonging, Sector

LEVEL_NAMES = {
    "national": gettext_lazy("national"),
    "regional": gettext_lazy("regional"),
    "organisation": gettext_lazy("an organisation’s own"),
}
NAMES: dict[str, str | Promise] = {
    "multi_expert": pgettext_lazy("kind of diversity", "Multi-expert work"),
    "multi_professional": pgettext_lazy("kind of diversity", "Several professions"),
    "multi_administrative": pgettext_lazy("kind of diversity", "Several administrations"),
    "multi_sectoral": pgettext_lazy("kind of diversity", "Several sectors"),
    "multi_level": pgettext_lazy("kind of diversity", "Several levels"),
    "multi_disciplinary": pgettext_lazy("kind of diversity", "Several disciplines"),
    "multi_skilled": pgettext_lazy("kind of diversity", "Many skills"),
}
DEFINITIONS: dict[str, str | Promise] = {
    "multi_expert": gettext_lazy(
        "Administrations and the clients themselves, in cooperation and in decisions."
    ),
    "multi_professional": gettext_lazy(
        "Professions working together, across organisations and inside one."
    ),
    "multi_administrative": gettext_lazy("Administrations planning and acting jointly."),
    "multi_sectoral": gettext_lazy(
        "Administrations with working life and others outside the administration."
    ),
    "multi_level": gettext_lazy("National, regional and each organisation’s own decisions."),
    "multi_disciplinary": gettext_lazy("Knowledge built between fields of science."),
    "multi_skilled": gettext_lazy("What people can do beside their profession."),
}
HELPS: dict[str, str | Promise] = {
    "multi_expert": gettext_lazy(
        "Invite the client panel to where things are prepared, not only to where they are told."
    ),
    "multi_professional": gettext_lazy(
        "Let two professions look at the same service, each from its own side."
    ),
    "multi_administrative": gettext_lazy(
        "Choose one missing pair and one thing that they could plan together."
    ),
    "multi_sectoral": gettext_lazy("Ask an employer or an association what it would need."),
    "multi_level": gettext_lazy(
        "Name who brings decisions of the missing level to the table, and takes views back."
    ),
    "multi_disciplinary": gettext_lazy(
        "Ask a university or a student’s thesis to look at a question with you."
    ),
    "multi_skilled": gettext_lazy("Ask everybody for one skill that others do not know of."),
}
MOST_LISTED = 8


@dataclass(frozen=True, slots=True)
class Told:
    """One kind as the page shows it."""

    counted: Counted
    name: str | Promise
    definition: str | Promise
    fact: str
    missing: list[str]
    help: str | Promise
    actors: list[Node]
    answer: DiversityAnswer | None

    @property
    def listed(self) -> list[Node]:
        return self.actors[:MOST_LISTED]

    @property
    def folded(self) -> list[Node]:
        return self.actors[MOST_LISTED:]

    @property
    def shown(self) -> str:
        """What to point at on the map, as its address takes it."""
        return ",".join(self.counted.actors[:60])


def answers_of(networks: QuerySet[Network]) -> QuerySet[DiversityAnswer]:
    """Return what was told of diversity in some networks, in the coordinators' words."""
    return DiversityAnswer.objects.filter(network__in=networks.values("pk"))


def told_kinds(network: Network, graph: LevelGraph) -> list[Told]:
    """Return the seven kinds in words, with what was answered where the map cannot tell."""
    rows = DiversityAnswer.objects.filter(network=network).select_related("author")
    answers = {row.kind: row for row in rows}
    facts = diversity_facts(network, graph, list(answers.values()))
    nodes = {node.ref: node for node in graph.nodes}
    return [
        Told(
            counted=one,
            name=NAMES[one.kind],
            definition=DEFINITIONS[one.kind],
            fact=_fact(one),
            missing=[_missing(codes) for codes in one.missing],
            help=HELPS[one.kind],
            actors=[nodes[ref] for ref in one.actors],
            answer=answers.get(one.kind),
        )
        for one in count_kinds(facts)
    ]


def diversity_facts(
    network: Network, graph: LevelGraph, answers: list[DiversityAnswer]
) -> DiversityFacts:
    """Return what is known on the day of ``graph``: people's roles, their ties, and what was answered."""
    homes: dict[int, list[int]] = {}
    for home, folded in graph.members.items():
        for actor in folded:
            homes.setdefault(actor, []).append(home)
    people = level_graph(network, "person", on=graph.on)
    persons = {node.pk for node in people.nodes if node.kind == PERSON}
    return DiversityFacts(
        graph=graph,
        roles=tuple(_roles(network, homes, on=graph.on)),
        people=tuple(
            (edge.one, edge.other)
            for edge in people.edges
            if edge.status == EXISTING and edge.one in persons and edge.other in persons
        ),
        said={
            row.kind: Said(words=row.words, levels=tuple(row.levels), actors=tuple(row.actors))
            for row in answers
        },
    )


def _roles(network: Network, homes: dict[int, list[int]], *, on: date) -> list[Working]:
    """Return the roles of present people, each at the organisation that its place belongs to."""
    held = (
        Belonging.objects.filter(actor__network=network, actor__kind=PERSON)
        .exclude(role="")
        .filter(Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on))
    )
    return [
        Working(person=person, organisation=home, role=role)
        for person, place, role in held.order_by("pk").values_list("actor_id", "to_id", "role")
        for home in homes.get(place, [place])
        if person in homes
    ]


def _missing(codes: tuple[str, ...]) -> str:
    names = [LEVEL_NAMES[one] if one in LEVELS else Sector(one).label for one in codes]
    return " – ".join(str(name) for name in names)


def _fact(one: Counted) -> str:
    """Say the count; where it is None, why."""
    if one.count is None:
        return {
            "not_asked": _("Not known: the map cannot tell, and nobody has been asked."),
            "no_roles": _("Not known: no roles are written for people."),
            "few_administrations": _("Not known: fewer than two administrations on the map."),
        }[one.reason]
    said = {"n": one.count, "of": one.of, **one.slots}
    return _SAY[one.kind](one.count) % said


_SAY = {
    "multi_expert": lambda n: ngettext(
        "%(n)s/%(of)s administration works or decides together with the clients’ own voice.",
        "%(n)s/%(of)s administrations work or decide together with the clients’ own voice.",
        n,
    ),
    "multi_professional": lambda n: ngettext(
        "One profession, as roles are written. Ties between different ones: %(between)s across organisations, %(within)s inside one.",
        "%(n)s professions, as roles are written. Ties between different ones: %(between)s across organisations, %(within)s inside one.",
        n,
    ),
    "multi_administrative": lambda n: ngettext(
        "%(n)s/%(of)s pair of administrations plans or acts jointly.",
        "%(n)s/%(of)s pairs of administrations plan or act jointly.",
        n,
    ),
    "multi_sectoral": lambda n: ngettext(
        "%(n)s/%(of)s business or association has a tie to an administration.",
        "%(n)s/%(of)s businesses and associations have a tie to an administration.",
        n,
    ),
    "multi_level": lambda n: ngettext(
        "%(n)s/%(of)s level of decision is talked about.",
        "%(n)s/%(of)s levels of decision are talked about.",
        n,
    ),
    "multi_disciplinary": lambda n: ngettext(
        "%(n)s field of science is named.", "%(n)s fields of science are named.", n
    ),
    "multi_skilled": lambda n: ngettext(
        "%(n)s skill beside the profession is named.",
        "%(n)s skills beside the profession are named.",
        n,
    ),
}
