"""The only place for the words of pitfalls (M33) and success factors (M32), and what they are held against."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from solmu.analysis.levels import LevelGraph
from solmu.findings.queries.telling import Told, told
from solmu.findings.queries.words import TOPICS
from solmu.findings.rules.items import STATES, Item, Seen, State, Summary, see
from solmu.findings.rules.reading import Reading

Page = Literal["pitfalls", "success"]
METHODS: dict[Page, str] = {"pitfalls": "M33", "success": "M32"}
MOST_TOLD = 4  # the others stand on the page of findings
_DATA = resources.files("solmu.findings") / "data" / "pitfalls_and_success.toml"
Words = str | Promise


@dataclass(frozen=True, slots=True)
class Said:
    """An item in words: its name, what Solmu looks at, and what would tell where it knows nothing."""

    name: Words
    looks_at: Words
    would_tell: Words


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as a page shows it; ``unread`` are the topics of which nothing can be said yet."""

    seen: Seen
    said: Said
    findings: Sequence[Told]
    more: int
    unread: Sequence[Words]


HEADINGS: dict[Page, dict[State, Words]] = {
    "pitfalls": {
        "shows": pgettext_lazy("pitfalls", "Show now"),
        "not": pgettext_lazy("pitfalls", "Do not show"),
        "unasked": pgettext_lazy("pitfalls", "Nobody has asked"),
    },
    "success": {
        "shows": pgettext_lazy("success factors", "Are seen now"),
        "not": pgettext_lazy("success factors", "Are not seen"),
        "unasked": pgettext_lazy("success factors", "Nobody has asked"),
    },
}
_ASK_TRUST = gettext_lazy("A protected survey would tell, in which no single answer can be seen.")
SAID: dict[str, Said] = {
    "no_aim": Said(
        gettext_lazy("There is no aim, or it is not what the members need"),
        gettext_lazy("Solmu looks at chosen aims and the days of their reviews."),
        gettext_lazy("Choose an aim together, and a day to look at it. Whether it is the members’ need only they can tell."),
    ),
    "reciprocity": Said(
        gettext_lazy("The network works badly, give and take is missing, or trust is broken"),
        gettext_lazy("Solmu looks at ties that go only one way. Of trust it knows nothing."),
        gettext_lazy("Draw arrows on the map, and ask each actor about its own ties."),
    ),
    "people": Said(
        gettext_lazy("People change, or lack motivation"),
        gettext_lazy("Solmu looks at ties that rest on one person, and at ties that ended. Of motivation it knows nothing."),
        gettext_lazy("Put people on the map too, and ask each actor about its own ties."),
    ),
    "information": Said(
        gettext_lazy("Information does not flow, or does not spread inside the organisations"),
        gettext_lazy("Solmu looks at bottlenecks and at parts that do not reach each other. What goes on inside an organisation it does not see."),
        gettext_lazy("Ask each actor about its own ties."),
    ),
    "resources": Said(
        gettext_lazy("There is too little mandate, time or money"),
        gettext_lazy("Solmu does not see this: a map does not tell."),
        gettext_lazy("Ask each organisation: who gave the mandate, for what, and how many hours are there for it?"),
    ),
    "structure": Said(
        gettext_lazy("Interaction is scant or troubled, or the structure does not work"),
        gettext_lazy("Solmu looks at sectors and municipalities that do not meet, at paths that break off, and at what hangs on the Ohjaamo. Of quarrels it knows nothing."),
        gettext_lazy("State the actors’ sectors, sort the services, and ask each actor about its own ties."),
    ),
    "common_interest": Said(
        gettext_lazy("Voluntary and independent actors have a common interest"),
        gettext_lazy("Solmu looks at chosen aims and whether they are looked at again."),
        gettext_lazy("Choose an aim together, and a day to look at it."),
    ),
    "shared_resources": Said(
        gettext_lazy("Resources are shared, and new knowledge comes of it"),
        gettext_lazy("Solmu looks at giving and taking, and at sectors that meet. What came of it people can tell."),
        gettext_lazy("Draw arrows on the map, and ask each actor about its own ties."),
    ),
    "traits": Said(
        gettext_lazy("People are there with their own traits"),
        gettext_lazy("Solmu makes no picture of anybody. This is for you to talk about."),
        gettext_lazy("Ask in pairs: what do I bring to this network as the one I am?"),
    ),
    "trust": Said(
        gettext_lazy("There is trust"),
        gettext_lazy("Solmu does not read trust from a map."),
        _ASK_TRUST,
    ),
    "agency": Said(
        gettext_lazy("A tight network is coordinated and led, in a loose one all act as equals"),
        gettext_lazy("Solmu looks at whether routes spread and the map stands one leaving. How you are led it does not see."),
        gettext_lazy("Ask each actor about its own ties, and together: who decides how we are led?"),
    ),
    "proves_need": Said(
        gettext_lazy("The network shows that it is needed"),
        gettext_lazy("Solmu looks at how far aims have got, by the evidence that you wrote."),
        gettext_lazy("Choose an aim, and write down on its day how far you got and what shows it."),
    ),
}  # fmt: skip


@lru_cache(maxsize=1)
def items() -> dict[Page, tuple[Item, ...]]:
    """Return the items of both methods, in the methods' order."""
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    pages: tuple[Page, ...] = ("pitfalls", "success")
    return {
        page: tuple(
            Item(id=one["id"], shown_by=tuple(one["shown_by"]), topics=tuple(one["topics"]))
            for one in data[page]
        )
        for page in pages
    }


def seen_on(page: Page, reading: Reading) -> list[Seen]:
    """Return the items of one page, each with whether it shows."""
    return see(items()[page], reading)


def summaries(reading: Reading) -> dict[Page, Summary]:
    """Return for both pages how their items stand."""
    return {page: Summary.of(seen_on(page, reading)) for page in items()}


def shown_on(
    page: Page, reading: Reading, graph: LevelGraph
) -> list[tuple[Words, State, list[Shown]]]:
    """Lay one page out: its items by whether they show, those that show first, each group with its heading."""
    laid = [_shown(one, graph) for one in seen_on(page, reading)]
    return [
        (HEADINGS[page][state], state, [one for one in laid if one.seen.state == state])
        for state in STATES
    ]


def _shown(seen: Seen, graph: LevelGraph) -> Shown:
    return Shown(
        seen=seen,
        said=SAID[seen.item.id],
        findings=told(seen.findings[:MOST_TOLD], graph),
        more=max(len(seen.findings) - MOST_TOLD, 0),
        unread=[TOPICS[topic] for topic in seen.withheld],
    )
