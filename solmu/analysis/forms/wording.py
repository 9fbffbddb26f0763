"""The only place that words the figures of a measured network: headings, reasons and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from solmu.analysis.rules.profile import EITHER_WAY
from solmu.formats.dataset import Problem
from solmu.sna.snapshot import Note

Named: TypeAlias = Callable[[str], str]
HEADINGS = {
    "size": gettext_noop("Number of actors"),
    "ties": gettext_noop("Number of ties"),
    "directed": gettext_noop("Ties have directions"),
    "density": gettext_noop("Share of possible ties"),
    "reciprocity": gettext_noop("Share of arrows that are answered"),
    "reciprocity_dyadic": gettext_noop("Share of tied pairs tied both ways"),
    "transitivity": gettext_noop("Share of trios that are closed"),
    "transitivity_directed": gettext_noop("The same along the arrows"),
    "components": gettext_noop("Parts"),
    "components_strong": gettext_noop("Parts along the arrows"),
    "fragmentation": gettext_noop("Share of pairs without a way"),
    "diameter": gettext_noop("Steps between the furthest"),
    "average_distance": gettext_noop("Steps on the average"),
    "centralization": gettext_noop("Leaning on one actor"),
    "centralization.degree": gettext_noop("Leaning on one actor, by ties"),
    "centralization.in_degree": gettext_noop("Leaning on one actor, by ties in"),
    "centralization.out_degree": gettext_noop("Leaning on one actor, by ties out"),
    "centralization.betweenness": gettext_noop("Leaning on one actor, by ways"),
    "dyad_census": gettext_noop("Kinds of pairs"),
    "dyad_census.mutual": gettext_noop("Pairs tied both ways"),
    "dyad_census.asymmetric": gettext_noop("Pairs tied one way"),
    "dyad_census.null": gettext_noop("Pairs without a tie"),
    "triad_census": gettext_noop("Kinds of trios"),
    "connectedness": gettext_noop("Share of pairs with a way"),
    "hierarchy": gettext_noop("Share of ways that lead one way"),
    "efficiency": gettext_noop("Few ties to spare"),
    "lubness": gettext_noop("Share of pairs with one above both"),
    "degree_assortativity": gettext_noop("Well tied to the well tied"),
    "group_assortativity": gettext_noop("Ties stay in groups"),
    "e_i_index": gettext_noop("E-I index"),
    "modularity": gettext_noop("Modularity"),
    "core_periphery": gettext_noop("Core and rim"),
    "core_periphery.correlation": gettext_noop("How well a core and a rim fit"),
    "key_players": gettext_noop("Who would be missed most"),
    "key_players.1": gettext_noop("Pairs without a way, less one actor"),
    "key_players.2": gettext_noop("Pairs without a way, less two actors"),
    "degree": gettext_noop("All ties"),
    "in_degree": gettext_noop("Ties in"),
    "out_degree": gettext_noop("Ties out"),
    "strength": gettext_noop("Summed strength"),
    "betweenness": gettext_noop("Betweenness"),
    "closeness": gettext_noop("Closeness centrality"),
    "harmonic": gettext_noop("Harmonic closeness"),
    "eigenvector": gettext_noop("Eigenvector centrality"),
    "pagerank": gettext_noop("PageRank"),
    "core": gettext_noop("Core"),
    "constraint": gettext_noop("Constraint"),
    "effective_size": gettext_noop("Effective size"),
    "cut_point": gettext_noop("Cut point"),
    "community": gettext_noop("Community"),
    "brokerage": gettext_noop("Between two others"),
    "bridge": gettext_noop("Only tie between two parts"),
}
REASONS = {
    "too_few_actors": gettext_noop("too few actors"),
    "no_ties": gettext_noop("no ties"),
    "undirected": gettext_noop("ties have no directions"),
    "no_route_without": gettext_noop("nobody reaches anybody past it"),
    "none_reachable": gettext_noop("nobody reaches anybody"),
    "not_asked": gettext_noop("not asked"),
    "no_pair": gettext_noop("no pair to look at"),
    "no_two_path": gettext_noop("nobody stands between two others"),
    "no_variance": gettext_noop("all are alike"),
    "out_of_reach": gettext_noop("somebody is out of reach"),
    "no_group": gettext_noop("no group is stated"),
    "no_single_answer": gettext_noop("several answers are equally right"),
    "negative_strength": gettext_noop("a tie has negative strength"),
    "no_strength": gettext_noop("ties have no strength"),
    "too_large": gettext_noop("the network is too large for it"),
}


def key_of(key: str) -> str:
    """Name a figure as programs do."""
    return key


def heading_of(key: str) -> str:
    """Name a figure as the reader does."""
    return _(HEADINGS[key])


def notes_in_words(figures: Mapping[str, Any], named: Named = heading_of) -> list[str]:
    """Say how a profile came about: what was changed, taken either way, estimated, and what is lacking."""
    return [
        *changes_in_words(figures["notes"]),
        *_either_way(figures, named),
        *_estimates(figures["sampled"], named),
        *_searched(figures["network"]["key_players"], named),
        *_lacking(figures, named),
        *_answers(figures["response_rate"]),
    ]


def changes_in_words(notes: Iterable[Note]) -> list[str]:
    """Say what was changed before measuring, as far as it touches a figure."""
    counts: dict[str, int] = {}
    for note in notes:
        counts[note.code] = counts.get(note.code, 0) + note.count
    return [words for code, n in counts.items() if (words := _note(code, n))]


def _either_way(figures: Mapping[str, Any], named: Named) -> list[str]:
    if not figures["network"]["directed"] or not figures["ties"]:
        return []
    words = _("Ties count either way, the stronger of two, in: %(figures)s.")
    return [words % {"figures": ", ".join(map(named, EITHER_WAY))}]


def _estimates(sampled: Mapping[str, Any] | None, named: Named) -> list[str]:
    if sampled is None:
        return []
    words = _(
        "Estimated from %(n)s actors drawn at random: %(figures)s. The largest may be missed."
    )
    return [words % {"n": sampled["sources"], "figures": ", ".join(map(named, sampled["figures"]))}]


def _searched(players: Mapping[str, Any], named: Named) -> list[str]:
    """Say of a search that it did not try every set."""
    words = _("%(figure)s: not every set was tried, a better one may exist.")
    return [
        words % {"figure": named(f"key_players.{count}")}
        for count, found in players.items()
        if found and not found["exact"]
    ]


def _lacking(figures: Mapping[str, Any], named: Named) -> list[str]:
    """Say which figures there are not, and why."""
    words = _("%(figure)s has no figure: %(reason)s.")
    told = [
        words % {"figure": named(key), "reason": _(REASONS[reason])}
        for key, reason in figures["undefined"].items()
    ]
    for key, reasons in figures["undefined_actors"].items():
        for reason, n in reasons.items():
            of_some = ngettext(
                "%(figure)s has no figure for %(n)s actor: %(reason)s.",
                "%(figure)s has no figure for %(n)s actors: %(reason)s.",
                n,
            )
            told.append(of_some % {"figure": named(key), "n": n, "reason": _(REASONS[reason])})
    return told


def _answers(rate: float | None) -> list[str]:
    """Say of how many actors the ties are known; of a network without actors there is nothing to say."""
    if rate is None:
        return []
    words = _("Response rate %(percent)s%%: only ties that somebody states count.")
    return [words % {"percent": round(rate * 100)}]


def _note(code: str, n: int) -> str:
    """Say one of the things that were changed."""
    match code:
        case "loops_dropped":
            words = ngettext(
                "%(n)s loop was dropped: a tie from an actor to itself.",
                "%(n)s loops were dropped: ties from an actor to itself.",
                n,
            )
        case "parallels_merged":
            words = ngettext(
                "%(n)s parallel tie was merged into another of the same pair; the strongest counts.",
                "%(n)s parallel ties were merged into others of the same pairs; the strongest counts.",
                n,
            )
        case "strength_missing":
            words = ngettext(
                "%(n)s tie has no strength and counts as 1.",
                "%(n)s ties have no strength and count as 1.",
                n,
            )
        case "frequency_as_strength":
            words = ngettext(
                "%(n)s tie has no weight; how often counts as its strength.",
                "%(n)s ties have no weight; how often counts as their strength.",
                n,
            )
        case "strength_negative":
            words = ngettext(
                "%(n)s tie has negative strength; shares of strength have no figure.",
                "%(n)s ties have negative strength; shares of strength have no figure.",
                n,
            )
        case "not_counted":
            words = ngettext(
                "%(n)s tie is wished, possible or over and was not counted.",
                "%(n)s ties are wished, possible or over and were not counted.",
                n,
            )
        case "actors_from_ties":
            words = ngettext(
                "%(n)s actor is known only from ties.", "%(n)s actors are known only from ties.", n
            )
        case "hyperedges_left_out":
            words = ngettext(
                "%(n)s tie of more than two ends was left out.",
                "%(n)s ties of more than two ends were left out.",
                n,
            )
        case "graphs_left_out":
            words = _("Only the first graph of the file was measured.")
        case _:
            return ""
    return words % {"n": n}


def problems_in_words(problems: Sequence[Problem]) -> list[str]:
    """Say that rows could not be read, and where the first is."""
    # A loop is told by its own note.
    told = [problem for problem in problems if problem.code != "loop"]
    if not told:
        return []
    words = ngettext(
        "%(n)s thing in the file could not be read, on row %(row)s (%(code)s).",
        "%(n)s things in the file could not be read, the first on row %(row)s (%(code)s).",
        len(told),
    )
    first = told[0]
    return [words % {"n": len(told), "row": first.row or "–", "code": first.code}]
