"""The only place for plain makers of facts, dead ends and needs to renew in the tests of the findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from solmu.analysis.levels import ActorFact, TieFact, roll_up
from solmu.analysis.rules.coverage import Coverage, coverage
from solmu.findings.actions import (
    Met,
    RenewalWords,
    answer_finding,
    raise_renewal,
    report_dead_end,
)
from solmu.findings.models import DeadEnd, FindingAnswer, Renewal
from solmu.findings.queries.facts import plain_facts
from solmu.findings.rules.answers import key_of
from solmu.findings.rules.facts import Facts, Finding
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.models import Actor
from solmu.registry.rules.services import ServiceFact
from tests.cast import NOON

TODAY = date(2026, 11, 12)
LAST_YEAR = date(2025, 11, 12)


def make_facts(
    line: str,
    *,
    sectors: Mapping[str, str] | None = None,
    confirmed: Mapping[str, date] | None = None,
    borne_by: Mapping[str, Mapping[str, frozenset[str]]] | None = None,
    asked: int = 0,
    answered: int = 0,
    directed: bool = True,
    not_asked: str = "",
    towns: Mapping[str, str] | None = None,
    earlier: str = "",
    on: date = TODAY,
    said: int = 1,
    **known: Any,
) -> Facts:
    """Draw a map from a line: ``a>b`` one way, ``a=b`` both, ``a>b:referral`` with a content, ``c`` alone.

    ``earlier`` is the line of the map a year before, ``said`` by how many each tie is told; ``known`` is what else
    the facts hold.
    """
    names: dict[str, int] = {}
    ties: list[dict[str, Any]] = []
    for word in line.split():
        way = next((sign for sign in ">=" if sign in word), "")
        ends, _, content = word.partition(":")
        one, _, other = ends.partition(way) if way else (ends, "", "")
        for name in filter(None, (one, other)):
            names.setdefault(name, len(names) + 1)
        day = (confirmed or {}).get(ends)
        for source, target in ((one, other), (other, one))[: {"": 0, ">": 1, "=": 2}[way]]:
            ties.append({"source": source, "target": target, "content": content, "on": day})
    actors = [
        ActorFact(
            pk=pk, ref=name, label=name.capitalize(), kind="organisation",
            sector=(sectors or {}).get(name, ""), municipality="", asked=name not in not_asked.split(),
        )
        for name, pk in names.items()
    ]  # fmt: skip
    facts = [
        TieFact(
            source=names[tie["source"]], target=names[tie["target"]], content=tie["content"],
            status="existing", confirmed_on=tie["on"], said=said,
        )
        for tie in ties
    ]  # fmt: skip
    graph = roll_up(actors, facts, level="organisation", on=on, directed=directed)
    then: dict[str, Any] = {"sectors": sectors, "not_asked": not_asked, "directed": directed}
    return replace(
        plain_facts(graph, towns),
        borne_by=borne_by or {},
        asked=asked,
        answered=answered,
        earlier=make_facts(earlier, on=LAST_YEAR, **then) if earlier else None,
        **known,
    )


def make_answer(network: Network, by: Person, *, reason: str = "Muuten hoidettu.") -> FindingAnswer:
    """Answer that some ties are not old here."""
    stale = Finding(id="stale", topic="age", slots={"n": 1})
    answer_finding(network, stale, "organisation", "not_here", reason=reason, language="fi", by=by, at=NOON)  # fmt: skip
    return FindingAnswer.objects.get(network=network, key=key_of(stale, "organisation"))


def make_dead_end(network: Network, **met: Any) -> DeadEnd:
    """Report a dead end: nobody offers guidance in education, unless said otherwise."""
    said = Met(**{"kind": "gap", "need": "education:guidance", **met})
    return report_dead_end(network, said, language="fi", by=None, at=NOON)


def make_renewal(owner: Actor, text: str = "Yksi ajanvaraus kolmen sijaan.") -> Renewal:
    """Put a need to renew to an organisation, to be answered by the end of the year."""
    words = RenewalWords(text=text, owner=owner, answer_by=date(2026, 12, 31))
    return raise_renewal(owner.network, words, on=TODAY, language="fi", by=None, at=NOON)


def make_coverage(offers: str, *, places: int = 1, sectors: Mapping[int, str]) -> Coverage:
    """Lay services out from a line: ``1:education:advice`` is what actor 1 offers everywhere, ``…@2`` in town 2."""
    services = []
    for number, word in enumerate(offers.split()):
        what, _, place = word.partition("@")
        actor, goal, kind = what.split(":")
        services.append(
            ServiceFact(
                ref=f"s{number}", name=word, kinds=(kind,), goal_areas=(goal,), target_group="", entrance="",
                places=(int(place),) if place else (), actors=(int(actor),),
            )
        )  # fmt: skip
    return coverage(services, places=range(1, places + 1), sectors=sectors, all_sectors=())
