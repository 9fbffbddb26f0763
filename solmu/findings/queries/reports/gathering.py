"""The only place that puts a report together: from facts and findings to words, pictures and numbers in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from solmu.findings.queries.phrases import percent
from solmu.findings.queries.reports.figures import between_sectors, figures_of, whole
from solmu.findings.queries.reports.helping import HOW
from solmu.findings.queries.reports.notes import notes_of
from solmu.findings.queries.reports.pictures import detail_drawn, map_drawn
from solmu.findings.queries.telling import town_names
from solmu.findings.queries.words import HELP, TOPICS, reason, sentence
from solmu.findings.rules.answers import key_of
from solmu.findings.rules.facts import Facts, Finding, Topic, Withheld
from solmu.findings.rules.reading import Reading
from solmu.findings.rules.report import (
    MOST_PICTURED,
    MOST_TOLD,
    Agreed,
    Drawn,
    Held,
    Report,
    Step,
    Told,
    faults_of,
    first_things,
)
from solmu.mapping.rules.drawing import Drawing
from solmu.sna.measures.size import ties as count_ties

MOST_NAMED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a report is made of: ``facts`` and ``reading`` name no person; ``personal`` findings were left out.

    ``agreed`` is what the network has settled, ``answers`` what was answered to findings, by their keys. ``sources`` counts
    whose words the map holds, None for a file, of which ``read`` tells what was noted. Without a ``drawing`` there are
    no pictures.
    """

    title: str
    facts: Facts
    reading: Reading
    personal: int
    drawing: Drawing | None
    agreed: tuple[Agreed, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    sources: int | None
    read: tuple[str, ...] = ()


def person_word() -> str:
    """Return what a person is called in a report."""
    return pgettext("in place of a name", "A person")


def composed(material: Material) -> Report:
    """Say all of it in the language that is spoken now."""
    facts, reading = material.facts, material.reading
    labels = _labels(facts, reading)
    faults, said = faults_of(reading), material.answers
    answers = {
        place: said.get(key_of(one, facts.graph.level), "") for place, one in enumerate(faults)
    }
    still_open = [one for place, one in enumerate(faults) if not answers[place]]
    first = first_things(still_open)
    order = sorted(
        range(len(faults)), key=lambda place: _order(faults[place], first, answers[place])
    )
    day = date_format(facts.on, "SHORT_DATE_FORMAT")
    return Report(
        language=get_language() or "fi",
        title=material.title,
        subtitle=_("What the network tells, %(day)s") % {"day": day},
        opening=_opening(material),
        level=_level(facts),
        on=facts.on,
        day=day,
        revision=_("Revision %(n)s") % {"n": facts.graph.revision}
        if material.sources is not None
        else "",
        steps=tuple(_step(one, labels) for one in first) or _when_nothing(reading),
        map=_map(material, dict(enumerate(first, 1))),
        map_caption=_caption(facts, numbered=bool(first)),
        faults=tuple(
            _told(
                faults[place],
                labels,
                facts,
                step=first.index(faults[place]) + 1 if faults[place] in first else 0,
                answer=answers[place],
                picture=_picture(material.drawing, faults[place], labels, at),
            )
            for at, place in enumerate(order)
        ),
        rest=_rest(len(faults) - MOST_TOLD),
        carrying=tuple(_told(one, labels, facts) for one in reading.findings if one.good),
        held=tuple(_held(one) for one in reading.withheld),
        figures=figures_of(facts, material.sources),
        between=between_sectors(facts),
        agreed=material.agreed,
        notes=notes_of(
            facts, sources=material.sources, personal=material.personal, read=material.read
        ),
    )


def _opening(material: Material) -> str:
    """Sum up: how large it is, what holds, how much there is to talk about."""
    facts, reading = material.facts, material.reading
    n, lines = facts.lines.n, count_ties(facts.lines)
    actors = ngettext("one actor", "%(n)s actors", n) % {"n": whole(n)}
    ties = ngettext("one tie", "%(n)s ties", lines) % {"n": whole(lines)}
    if not n:
        return _("There are no actors on the map yet.")
    if not lines:
        return _("The map has %(actors)s, and no ties yet.") % {"actors": actors}
    words = [_("The map has %(actors)s and %(ties)s.") % {"actors": actors, "ties": ties}]
    labels = _labels(facts, reading)
    shape = next((one for one in reading.findings if one.topic == "shape"), None)
    if shape is not None:
        said = sentence(shape, labels)
        words.append(f"{said.fact} {said.meaning}")
    level = facts.graph.level
    faults = sum(
        not one.good and key_of(one, level) not in material.answers for one in reading.findings
    )
    if faults:
        told = ngettext(
            "One thing is worth talking about.", "%(n)s things are worth talking about.", faults
        )
        words.append(told % {"n": whole(faults)})
    return " ".join(words)


def _labels(facts: Facts, reading: Reading) -> dict[str, str]:
    """Return the names of actors by their refs, and of the municipalities that are spoken of."""
    return {node.ref: node.label for node in facts.graph.nodes} | town_names(reading.findings)


def _level(facts: Facts) -> str:
    if facts.graph.level == "unit":
        return _("On the level of units, no persons named")
    return _("On the level of organisations, no persons named")


def _step(finding: Finding, labels: Mapping[str, str]) -> Step:
    said = sentence(finding, labels)
    return Step(
        deed=_help(finding.method),
        why=f"{said.fact} {said.meaning}",
        how=str(HOW.get(finding.method, "")),
    )


def _rest(number: int) -> str:
    """Say that there is more than anybody reads on paper, and where it is."""
    if number <= 0:
        return ""
    words = ngettext(
        "One more finding is in the workbook (XLSX).",
        "%(n)s more findings are in the workbook (XLSX).",
        number,
    )
    return words % {"n": whole(number)}


def _order(finding: Finding, first: list[Finding], answer: str) -> tuple[bool, int]:
    """Order findings as they are read: what to do next, the other open ones, those that were answered."""
    return bool(answer), first.index(finding) if finding in first else len(first)


def _when_nothing(reading: Reading) -> tuple[Step, ...]:
    """Say what to do when nothing is open: go on with what was agreed, get more answers, else look again later."""
    if any(not one.good for one in reading.findings):
        why = _("Everything that was seen has been answered.")
        how = _("Go through what was agreed: what has helped, and what is still to be done?")
        return (Step(deed=_("Go on with what was agreed"), why=why, how=how),)
    for held in reading.withheld:
        said = reason(held)
        if held.reason == "few_answers":
            return (Step(deed=_help("ASK"), why=said.fact, how=str(HOW["ASK"])),)
        return (Step(deed=_help("M09"), why=said.fact, how=said.meaning),)
    return (
        Step(
            deed=_("Look at the map again in a year"),
            why=_("No weak spot is seen on this map at this level."),
            how=str(HOW["M09"]),
        ),
    )


def _help(method: str) -> str:
    return str(HELP.get(method, ""))


def _picture(
    drawing: Drawing | None, finding: Finding, labels: Mapping[str, str], place: int
) -> Drawn | None:
    if drawing is None or place >= MOST_PICTURED or not (finding.actors or finding.ties):
        return None
    said = sentence(finding, labels)
    alt = _("A part of the map: %(fact)s") % {"fact": said.fact}
    return detail_drawn(drawing, finding, alt, f"detail-{place}")


def _told(
    finding: Finding,
    labels: Mapping[str, str],
    facts: Facts,
    *,
    step: int = 0,
    answer: str = "",
    picture: Drawn | None = None,
) -> Told:
    said = sentence(finding, labels)
    names = tuple(labels[ref] for ref in finding.actors if ref in labels)
    rest = len(names) - MOST_NAMED
    if rest > 0:
        more = ngettext("one more", "%(n)s more", rest) % {"n": whole(rest)}
        names = (*names[:MOST_NAMED], more)
    return Told(
        topic=topic_said(finding.topic),
        fact=said.fact,
        meaning=said.meaning,
        sure=_sure(finding, facts),
        names=names,
        helps=_help(finding.method),
        step=step,
        answer=answer,
        picture=picture,
    )


def _sure(finding: Finding, facts: Facts) -> str:
    """Say how many answers a finding rests on, and what it is among them where that differs."""
    words = []
    if facts.asked:
        words.append(
            ngettext(
                "The one actor that was asked: %(answered)s answer.",
                "%(answered)s of the %(n)s asked have answered.",
                facts.asked,
            )
            % {"answered": facts.answered, "n": facts.asked}
        )
    if finding.answered is not None:
        words.append(
            _("Among those who answered: %(share)s.") % {"share": percent(finding.answered)}
        )
    return " ".join(words)


def _held(withheld: Withheld) -> Held:
    said = reason(withheld)
    return Held(topic=topic_said(withheld.topic), fact=said.fact, meaning=said.meaning)


def topic_said(topic: Topic) -> str:
    """Say what a finding is about."""
    return str(TOPICS[topic])


def _map(material: Material, numbered: Mapping[int, Finding]) -> Drawn | None:
    if material.drawing is None:
        return None
    alt = _("Network map: %(name)s") % {"name": material.title}
    return map_drawn(material.drawing, numbered, f"{alt}. {_opening(material)}")


def _caption(facts: Facts, *, numbered: bool) -> str:
    words = _("The network on %(day)s.") % {"day": date_format(facts.on, "SHORT_DATE_FORMAT")}
    if numbered:
        numbers = _("The numbers are those of what to do next.")
        return f"{words} {numbers}"
    return words
