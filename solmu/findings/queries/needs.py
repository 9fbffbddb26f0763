"""The only place for what a path may be asked for: everyday needs and kinds of support, chosen from a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy

from solmu.analysis.rules.coverage import GOAL_AREAS, KINDS
from solmu.lib.alphabet import in_order
from solmu.registry.models import GoalArea, ServiceKind
from solmu.registry.rules.services import ServiceFact
from solmu.search import Analyser, Field, Text
from solmu.search.analysing import CONCEPT
from solmu.search.lexicon import concepts

PARTS: dict[str, str | Promise] = {
    "studying": gettext_lazy("School and studies"),
    "working": gettext_lazy("Work"),
    "feeling": gettext_lazy("Mind, body and safety"),
    "living": gettext_lazy("Money, home and everyday life"),
}
KIND_OF_SUPPORT = gettext_lazy("By kind of support")
_SERVICE = Field("service", 1)
Choices: TypeAlias = list[tuple[str | Promise, list[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class Need:
    """What is needed: an everyday need of the lexicon, or one kind of support for one goal.

    Its ``code`` holds no words of anybody: it is one of a list, in an open form and in a report alike.
    """

    code: str

    @property
    def concept(self) -> str:
        return self.code if ":" not in self.code else ""

    @property
    def said(self) -> str:
        """The need in the reader's language."""
        if self.concept:
            known = concepts().get(self.concept)
            return capfirst(known.name((get_language() or "fi")[:2])) if known else self.code
        goal_area, kind = self.code.split(":")
        return f"{GoalArea(goal_area).label}: {str(ServiceKind(kind).label).lower()}"

    def is_met_by(self, service: ServiceFact, words: str) -> bool:
        """Tell whether a service meets the need itself; ``words`` are what it says of itself."""
        if self.concept:
            return self.concept in meant_by(words)
        goal_area, kind = self.code.split(":")
        return goal_area in service.goal_areas and kind in service.kinds

    def is_answered_by(self, words: str) -> bool:
        """Tell whether words speak of what usually answers the need; a kind of support has nothing beside it."""
        if not self.concept:
            return False
        known = concepts()[self.concept]
        return bool(meant_by(words) & {self.concept, *known.answered_by})


def need_choices() -> Choices:
    """Return what one may choose among, everyday needs first, by part of life and in order of names."""
    parted: dict[str, list[Need]] = defaultdict(list)
    for one in concepts().values():
        if not one.is_service:
            parted[one.part].append(Need(one.id))
    found: Choices = [
        (PARTS[part], _named(sorted(parted[part], key=lambda need: in_order(need.said))))
        for part in PARTS
    ]
    kinds = (Need(f"{goal_area}:{kind}") for goal_area in GOAL_AREAS for kind in KINDS)
    return [*found, (KIND_OF_SUPPORT, _named(kinds))]


def _named(needs: Iterable[Need]) -> list[tuple[str, str]]:
    return [(need.code, need.said) for need in needs]


@lru_cache(maxsize=8192)
def meant_by(words: str) -> frozenset[str]:
    """Return the concepts that a service's own words, or an actor's name, speak of."""
    terms = Analyser.here().terms([Text(_SERVICE, words)]).weights
    return frozenset(term[len(CONCEPT) :] for term in terms if term.startswith(CONCEPT))
