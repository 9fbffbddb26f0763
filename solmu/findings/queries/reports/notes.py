"""The only place that says how a report came about and what cannot be concluded from it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from solmu.analysis.levels import EXISTING
from solmu.findings.queries.phrases import percent
from solmu.findings.rules.facts import Facts
from solmu.findings.rules.report import Note

MOST_NAMED = 40


def notes_of(
    facts: Facts, *, sources: int | None, personal: int, read: tuple[str, ...]
) -> tuple[Note, ...]:
    """Return what to know of a report.

    Args:
        facts: What it was made of.
        sources: How many sources the map was put together from; None when it is a file.
        personal: How many findings are for one person alone.
        read: What reading the file noted on the way.
    """
    return tuple(
        note
        for note in (
            _asked(facts) if sources is not None else _file(read),
            *_not_asked(facts, sources),
            *_sources(sources),
            _persons(facts, personal),
            _counted(facts),
            _thresholds(facts),
        )
    )


def _asked(facts: Facts) -> Note:
    if not facts.asked:
        return Note(
            lead=_("Who was asked."),
            text=_("Nobody was asked one by one yet, so ties may be missing."),
        )
    words = ngettext(
        "%(n)s actor was asked, and %(answered)s answered.",
        "%(n)s actors were asked, and %(answered)s answered.",
        facts.asked,
    )
    share = percent(facts.answered / facts.asked)
    slots = {"n": facts.asked, "answered": f"{facts.answered} ({share})"}
    return Note(lead=_("Who was asked."), text=words % slots)


def _file(read: tuple[str, ...]) -> Note:
    words = _(
        "This report was made of a file. It does not tell who was asked, so ties may be missing."
    )
    return Note(lead=_("Who was asked."), text=" ".join((words, *read)))


def _not_asked(facts: Facts, sources: int | None) -> Iterator[Note]:
    names = [node.label for node in facts.graph.nodes if not node.asked]
    if sources is None or not names or len(names) == len(facts.graph.nodes):
        return
    listed = ", ".join(names[:MOST_NAMED])
    rest = len(names) - MOST_NAMED
    if rest > 0:
        more = ngettext("and one more", "and %(n)s more", rest) % {"n": rest}
        listed = f"{listed} {more}"
    yield Note(
        lead=_("Not asked:"),
        text=_("%(names)s. Their own ties are unknown, not absent.") % {"names": listed},
    )


def _sources(sources: int | None) -> Iterator[Note]:
    if not sources:
        return
    words = ngettext(
        "The map comes from one source.",
        "The map was put together from %(n)s sources. Where they differ, both stand; nothing is averaged.",
        sources,
    )
    yield Note(lead=_("Where it comes from."), text=words % {"n": sources})


def _persons(facts: Facts, personal: int) -> Note:
    level = (
        _("Read on the level of units.")
        if facts.graph.level == "unit"
        else _("Read on the level of organisations.")
    )
    nameless = _("No person is named here. What people carry counts for their organisation.")
    words = f"{level} {nameless}"
    if personal:
        held = ngettext(
            "One finding is about one person; it is told to that person and the coordinators only.",
            "%(n)s findings are about one person each; they are told to those persons and the coordinators only.",
            personal,
        )
        words = f"{words} {held % {'n': personal}}"
    return Note(lead=_("No persons."), text=words)


def _counted(facts: Facts) -> Note:
    left_out = sum(edge.status != EXISTING for edge in facts.graph.edges)
    words = _("Only ties that exist are counted.")
    if left_out:
        held = ngettext(
            "One wished or possible tie is not in the numbers.",
            "%(n)s wished or possible ties are not in the numbers.",
            left_out,
        )
        words = f"{words} {held % {'n': left_out}}"
    return Note(lead=_("What is counted."), text=words)


def _thresholds(facts: Facts) -> Note:
    told = facts.thresholds
    words = _(
        "A thing is told when it is large enough to matter: an actor in the middle of %(middle)s of the routes, "
        "%(cut)s actors behind one, %(person)s ties on one person. What a map shows is a question to talk "
        "about, not a verdict on anybody."
    )
    slots = {
        "middle": percent(told.bottleneck_share),
        "cut": told.cut_off,
        "person": told.ties_on_one_person,
    }
    return Note(lead=_("What is told."), text=words % slots)
