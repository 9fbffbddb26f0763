"""The only place that chooses the numbers of a report, and says what each means here."""

from __future__ import annotations

from collections import Counter

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from solmu.findings.queries.matrix import sector_names
from solmu.findings.queries.phrases import percent
from solmu.findings.rules.facts import MOST_ROUTED, Facts
from solmu.findings.rules.one_way import give_and_take
from solmu.findings.rules.report import Between, Figure
from solmu.registry.models import Sector
from solmu.sna.measures.distance import average_distance, diameter
from solmu.sna.measures.parts import parts
from solmu.sna.measures.position import betweenness_share
from solmu.sna.measures.size import density
from solmu.sna.measures.size import ties as count_ties
from solmu.sna.measures.threads import cut_off
from solmu.sna.result import Undefined, value_or_none

NO_NUMBER = "–"


def figures_of(facts: Facts, sources: int | None) -> tuple[Figure, ...]:
    """Return the numbers of a network; one that is not defined says why instead of what it means."""
    told = (_actors, _ties, _mutual, _between_sectors, _density, _steps, _in_parts, _busiest, _cut, _people)  # fmt: skip
    found = [figure for tell in told for figure in tell(facts)]
    if sources is not None:
        found[1:1] = _asked(facts)
    return tuple(found)


def between_sectors(facts: Facts) -> Between | None:
    """Count the lines within each sector and between each two; None when there are not two sectors."""
    groups = facts.lines.groups.get("sector", ())
    sizes = Counter(group for group in groups if group)
    short = sector_names()
    present = [sector for sector in Sector.values if sizes[sector]]
    if len(present) < 2:
        return None
    counts: Counter[frozenset[str]] = Counter(
        frozenset((groups[a], groups[b])) for a, b in facts.lines.pairs() if groups[a] and groups[b]
    )

    def count(one: str, other: str) -> int | None:
        return None if one == other and sizes[one] < 2 else counts[frozenset((one, other))]

    return Between(
        sectors=tuple(str(Sector(one).label) for one in present),
        short=tuple(str(short.get(one) or Sector(one).label) for one in present),
        rows=tuple(tuple(count(one, other) for other in present) for one in present),
    )


def whole(number: int) -> str:
    """Write a whole number as the reader's language groups it."""
    return str(number_format(number, force_grouping=True))


def _number(name: str, number: int, meaning: str) -> Figure:
    return Figure(name=name, shown=whole(number), number=number, meaning=meaning)


def _share(name: str, share: float | None, meaning: str, why_not: str) -> Figure:
    if share is None:
        return Figure(name=name, shown=NO_NUMBER, number=None, meaning=why_not)
    return Figure(name=name, shown=percent(share), number=round(share, 4), meaning=meaning)


def _actors(facts: Facts) -> list[Figure]:
    words = (
        _("Units and organisations on the map.")
        if facts.graph.level == "unit"
        else _("Organisations on the map; their units and people are counted with them.")
    )
    return [_number(_("Actors"), facts.lines.n, words)]


def _asked(facts: Facts) -> list[Figure]:
    name = _("Answered")
    if not facts.asked:
        return [
            Figure(
                name=name,
                shown=NO_NUMBER,
                number=None,
                meaning=_("Nobody was asked one by one yet, so ties may be missing."),
            )
        ]
    rest = facts.lines.n - facts.asked
    meaning = ngettext(
        "One actor was asked.", "%(n)s actors were asked.", facts.asked
    ) % {"n": facts.asked}  # fmt: skip
    if rest:
        words = ngettext(
            "One more was not asked, and its own ties are unknown.",
            "%(n)s more were not asked, and their own ties are unknown.",
            rest,
        )
        meaning = f"{meaning} {words % {'n': rest}}"
    return [_number(name, facts.answered, meaning)]


def _ties(facts: Facts) -> list[Figure]:
    pairs = count_ties(facts.lines)
    if not facts.lines.n:
        return []
    if not pairs:
        return [_number(_("Ties"), 0, _("There are no ties yet."))]
    mean = number_format(round(2 * pairs / facts.lines.n, 1), 1)
    words = _("An actor works with %(n)s others on average.") % {"n": mean}
    return [_number(_("Ties"), pairs, words)]


def _mutual(facts: Facts) -> list[Figure]:
    name = _("Ties that go both ways")
    if not facts.graph.directed:
        return [_share(name, None, "", _("The ties have no direction on this map."))]
    # The same ties as the finding speaks of, or the two would contradict each other.
    both = give_and_take(facts)
    share = sum(both.values()) / len(both) if both else None
    words = _(
        "Of ties of information, joint work, expertise or consultation. In the others something goes one way only."
    )
    why_not = _("No tie on the map is one of giving and taking.")
    return [_share(name, share, words, why_not)]


def _between_sectors(facts: Facts) -> list[Figure]:
    groups = facts.lines.groups.get("sector", ())
    told = [(groups[a], groups[b]) for a, b in facts.lines.pairs() if groups[a] and groups[b]]
    name = _("Ties between sectors")
    if not told:
        return [_share(name, None, "", _("The sectors of tied actors are not stated."))]
    share = sum(one != other for one, other in told) / len(told)
    words = _("The others stay within one sector. The table below shows which sectors meet.")
    return [_share(name, share, words, "")]


def _density(facts: Facts) -> list[Figure]:
    share = value_or_none(density(facts.lines))
    words = _(
        "So much of all possible ties there are. Compare it only with the same network: a larger one is always sparser."
    )
    return [_share(_("Share of possible ties"), share, words, _("There are too few actors."))]


def _steps(facts: Facts) -> list[Figure]:
    name = _("Steps from one to another, on average")
    if facts.lines.n > MOST_ROUTED:
        return [_too_large(name)]
    mean, longest = average_distance(facts.lines), diameter(facts.lines)
    if isinstance(mean, Undefined) or isinstance(longest, Undefined):
        return [
            Figure(name=name, shown=NO_NUMBER, number=None, meaning=_("There are no ties yet."))
        ]
    words = ngettext(
        "Everybody who is reached knows each other already.",
        "The farthest two are %(n)s steps apart. Those who are not reached at all are not counted.",
        longest,
    ) % {"n": longest}  # fmt: skip
    shown = str(number_format(round(mean, 1), 1))
    return [Figure(name=name, shown=shown, number=round(mean, 4), meaning=words)]


def _in_parts(facts: Facts) -> list[Figure]:
    found = parts(facts.lines)
    if not found:
        return []
    alone = sum(len(one) == 1 for one in found)
    joined = len(found) - alone
    words = _("Everybody is reached from everybody.")
    if joined > 1:
        words = _("News may not pass between them.")
    elif not joined:
        words = _("Nobody is tied to anybody yet.")
    if alone and joined:
        beside = ngettext(
            "Beside them one actor has no ties on the map.",
            "Beside them %(n)s actors have no ties on the map.",
            alone,
        ) % {"n": alone}  # fmt: skip
        words = beside if joined == 1 else f"{words} {beside}"
    return [_number(_("Parts of the map"), joined, words)]


def _busiest(facts: Facts) -> list[Figure]:
    name = _("Routes through the busiest actor")
    if facts.lines.n > MOST_ROUTED:
        return [_too_large(name)]
    shares = [value_or_none(share) for share in betweenness_share(facts.arrows)]
    most = max((share for share in shares if share is not None), default=None)
    words = _(
        "So many of the shortest routes between others pass one and the same actor. The smaller, the less hangs on one."
    )
    return [_share(name, most, words, _("There are no routes yet."))]


def _cut(facts: Facts) -> list[Figure]:
    number = sum(bool(lost) for lost in cut_off(facts.lines))
    words = (
        ngettext(
            "Without it, somebody would lose the others.",
            "Without any one of these, somebody would lose the others.",
            number,
        )
        if number
        else _("Whoever leaves, the others still reach each other.")
    )
    return [_number(_("Actors that others hang on"), number, words)] if facts.edges else []


def _people(facts: Facts) -> list[Figure]:
    number = sum(edge.people_only for edge in facts.edges)
    words = (
        _("Kept up by persons; the organisation has not said it does. A job change may break them.")
        if number
        else _("Each tie is one between organisations.")
    )
    return [_number(_("Ties that only people carry"), number, words)] if facts.edges else []


def _too_large(name: str) -> Figure:
    words = _("Not counted: the map has more than %(n)s actors.") % {"n": whole(MOST_ROUTED)}
    return Figure(name=name, shown=NO_NUMBER, number=None, meaning=words)
