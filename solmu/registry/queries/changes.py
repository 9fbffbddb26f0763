"""The only place that reads what has been done in a network, for people to look through and take back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from solmu.ledger.models import Act, Change
from solmu.ledger.rules import Conflict
from solmu.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One act as the list shows it: who, and whether its changes are still kept so that it can be undone."""

    act: Act
    person: Person | None
    kept: bool


def acts_in(
    acts: QuerySet[Act], *, person: int | None = None, verbs: Collection[str] | None = None
) -> QuerySet[Act]:
    """Return ``acts`` newest first, of one person or some verbs when these are given; undone ones too."""
    if person is not None:
        acts = acts.filter(person_id=person)
    if verbs is not None:
        acts = acts.filter(Q(verb__in=verbs) | Q(verb="undo", summary__undone__in=list(verbs)))
    changes = Change.objects.filter(act=OuterRef("pk"))
    return acts.annotate(is_kept=Exists(changes)).order_by("-at", "-pk")


def told_of(acts: Sequence[Act]) -> list[Done]:
    """Return acts with who did them."""
    people = Person.objects.in_bulk({act.person_id for act in acts if act.person_id})
    return [
        Done(
            act=act,
            person=people.get(act.person_id) if act.person_id else None,
            kept=bool(act.is_kept),  # type: ignore[attr-defined]  # annotated by acts_in
        )
        for act in acts
    ]


def people_who_acted(acts: QuerySet[Act]) -> list[Person]:
    """Return who has done something, by name."""
    ids = acts.exclude(person_id=None).values_list("person_id", flat=True).distinct()
    found = Person.objects.filter(pk__in=list(ids.order_by()))
    return sorted(found, key=lambda person: str(person).casefold())


def thing_of(conflict: Conflict) -> str:
    """Return the name of what a conflict is about, as far as it is still there."""
    row = apps.get_model(conflict.model)._base_manager.filter(pk=conflict.object_id).first()
    if row is None:
        return ""
    if hasattr(row, "source_id") and hasattr(row, "target_id"):
        return f"{row.source} – {row.target}"
    for owner in ("actor", "mention"):
        if getattr(row, f"{owner}_id", None):
            return str(getattr(row, owner))
    return str(row)
