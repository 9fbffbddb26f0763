"""The only place that turns measures' docstrings into the pages of ``docs/measures``."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable

from solmu.sna.catalogue import Comparison, Measure

BY_HAND = "## Reading it together\n\n"
_PARTS = {
    "In a meeting": "What it tells",
    "Definition": "Definition",
    "Edge cases": "Edge cases",
    "Source": "Source",
}
_LEVELS = {
    "network": "one figure of the whole network",
    "actor": "one figure an actor",
    "tie": "one figure a tie",
    "group": "figures within and between groups of actors",
}
_FAMILIES = {
    "many": "figures of several kinds of tie, or of two kinds of actor",
    "change": "what became of a network from one time to another",
    "inference": "a figure beside what chance gives",
    "what_if": "what a network would be without somebody, or with one tie more",
}


def page_of(measure: Measure | Comparison, by_hand: str) -> str:
    """Write the page of one measure or comparison.

    Args:
        measure: From the catalogue; its docstring says what it means, how it is defined, what happens
            at the edges and where it comes from, and ends with an example.
        by_hand: The paragraph that people wrote: how to talk about the figure.

    Returns:
        Markdown. Everything before `BY_HAND` is made from the docstring.
    """
    words, example = _split(measure)
    summary, *rest = re.split(r"\n\s*\n", words)
    blocks = [f"# {measure.name}", summary, _facts(measure)]
    parts = dict(_part(block) for block in rest if _part(block)[0])
    blocks += [f"## {title}\n\n{parts[name]}" for name, title in _PARTS.items() if name in parts]
    blocks.append(f"## Example\n\n```python\n{example}\n```")
    return "\n\n".join(blocks) + f"\n\n{BY_HAND}{by_hand.strip()}\n"


def index_of(measures: Iterable[Measure | Comparison]) -> str:
    """Write the page that lists all measures, by what gets a figure, and all comparisons by what is compared."""
    lines = [
        "# Measures",
        "",
        "What each figure means when a network is discussed, how it is defined and where it comes from.",
        "A figure that is not defined is left out with its reason; it is never 0.",
        "Written from the docstrings in `solmu/sna/measures` and `solmu/sna/comparisons` by `make docs`;",
        "only the last paragraph of each page is written by hand.",
    ]
    known = list(measures)
    for kind, words in (_LEVELS | _FAMILIES).items():
        lines += ["", f"## {words[0].upper()}{words[1:]}", "", "| measure | |", "|---|---|"]
        lines += [
            f"| [{each.name}]({each.name}.md) | {_split(each)[0].splitlines()[0]} |"
            for each in known
            if _kind(each) == kind
        ]
    return "\n".join(lines) + "\n"


def _kind(measure: Measure | Comparison) -> str:
    """Return what gets a figure, or what is compared."""
    return measure.level if isinstance(measure, Measure) else measure.family


def _split(measure: Measure | Comparison) -> tuple[str, str]:
    """Return a docstring's words and its example."""
    words, _, example = (inspect.getdoc(measure.function) or "").partition(">>>")
    return words.strip(), f">>>{example}".strip()


def _part(block: str) -> tuple[str, str]:
    """Return the name and the words of one part of a docstring, in one line."""
    name, _, words = " ".join(block.split()).partition(": ")
    words = words.replace("``", "`")
    return (name, f"{words[0].upper()}{words[1:]}") if name in _PARTS else ("", "")


def _facts(measure: Measure | Comparison) -> str:
    """Say what gets a figure and what may be asked for."""
    asked = [
        f"`{each.name}` ({' or '.join(f'`{one}`' for one in each.choices) or 'any'}; "
        f"unless said `{each.default}`)"
        for each in measure.parameters
    ]
    module = measure.function.__module__
    facts = [
        f"Gives {(_LEVELS | _FAMILIES)[_kind(measure)]}.",
        f"In code: `{module}.{measure.name}`.",
    ]
    if isinstance(measure, Comparison):
        given = inspect.signature(measure.function).parameters.values()
        takes = [f"`{each.name}`" for each in given if each.default is each.empty]
        facts.append(f"Takes {' and '.join(takes)}.")
    return " ".join([*facts, *(f"May be asked with {each}." for each in asked)])
