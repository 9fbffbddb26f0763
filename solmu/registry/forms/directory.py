"""The only place for how the directory says what it understood, and why somebody is an answer."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from solmu.search import Need, Reason
from solmu.search.lexicon import concepts

# By a text's field. A new kind of text (`slots.DIRECTORY`) adds its own name here.
FIELDS: dict[str, str | Promise] = {
    "name": gettext_lazy("name"),
    "service": gettext_lazy("service"),
    "service_description": gettext_lazy("service"),
    "service_place": gettext_lazy("municipality"),
    "description": gettext_lazy("description"),
    "belongs": gettext_lazy("belongs to"),
    "place": gettext_lazy("municipality"),
    "contact": gettext_lazy("contact"),
    "note": gettext_lazy("note on a tie"),
}


def concept_said(concept: str) -> str:
    """Return what a concept is called in the reader's language."""
    return concepts()[concept].name((get_language() or "fi")[:2])


def need_said(need: Need) -> str:
    """Return what a need was understood to be: its concepts, or else its own words."""
    return " / ".join(map(concept_said, need.concepts)) if need.concepts else need.said


def group_said(answered: int, needs: int) -> str:
    """Return the heading over those who answer so many of the needs; a single need has none."""
    if needs == 1:
        return ""
    if answered == needs:
        return _("Answers both") if needs == 2 else _("Answers all of them")
    if needs == 2:
        return _("Answers one")
    return _("Answers %(n)s of %(all)s") % {"n": answered, "all": needs}


def field_said(reason: Reason) -> str:
    """Return where a need was found."""
    return str(FIELDS.get(reason.field, reason.field))
