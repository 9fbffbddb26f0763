"""The only place for the tags that word what a file's review shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.translation import gettext as _

from solmu.formats.columns import field_of
from solmu.formats.dataset import Note, Problem
from solmu.formats.vocabulary import code_of
from solmu.registry.forms import columns, directory, wording
from solmu.registry.models import ActorKind, Claim, Sector
from solmu.registry.models.perspectives import content_label
from solmu.registry.rules.stored import problem_of, row_of
from solmu.search import Need

register = template.Library()
register.filter("column_said", columns.column_said)
register.filter("quoted", wording.quoted)
register.filter("why", wording.why)
register.filter("what_becomes", wording.what_becomes)
register.filter("field_name", wording.field_name)
register.filter("reasons", wording.reasons_said)
register.filter("concept_said", directory.concept_said)
register.filter("field_said", directory.field_said)
register.filter("need_said", directory.need_said)


@register.filter
def group_said(answered: int, needs: Sequence[Need]) -> str:
    """Return the heading over those who answer so many of some needs."""
    return directory.group_said(answered, len(needs))


@register.filter
def of(values: Mapping[str, str], key: str) -> str:
    """Return the value of a key, nothing when there is none."""
    return values.get(key, "")


@register.filter
def problem(stored: Mapping[str, Any]) -> Problem:
    """Return a stored problem as what the words are for."""
    return problem_of(stored)


@register.filter
def word_of(word: str, problem: Problem) -> str:
    """Return a word of a file as the pages say it, in the reader's language."""
    for table in ("actors", "ties"):
        field = field_of(table, problem.field)
        if code := code_of(field, word) if field else "":
            return said_of(code, field)
    return word


@register.filter
def note(stored: Mapping[str, Any]) -> str:
    """Return a stored note in a sentence."""
    return wording.note_sentence(row_of(Note, stored))


@register.filter
def said_of(value: Any, field: str) -> str:
    """Return a code as it is said: what ``field`` holds decides which words."""
    if value is None or value == "":
        return ""
    if field == "contents":
        parts = value.split(" | ") if isinstance(value, str) else value
        return ", ".join(content_label(part) for part in parts)
    choices: dict[str, dict[Any, Any]] = {
        "kind": dict(ActorKind.choices),
        "sector": dict(Sector.choices),
        "status": dict(Claim.Status.choices),
        "frequency": {str(level): label for level, label in Claim.Frequency.choices},
        "direction": {"forward": _("one way"), "both": _("both ways")},
    }
    return str(choices.get(field, {}).get(str(value), value))
