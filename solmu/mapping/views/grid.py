"""The only place where the grid of who works with whom is shown, ticked, gone through and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from solmu.ledger.rules import AlreadyUndone, ChangedSince
from solmu.lib.reach import NotAllowed, NotReachable
from solmu.mapping.forms.filters import GridFilterForm
from solmu.mapping.forms.grid import WAYS, AskedForm, PointForm, UndoForm
from solmu.mapping.queries.choices import Choice
from solmu.mapping.queries.grid import (
    MOST_SQUARES,
    Pairs,
    gone_through,
    grid_actors,
    grid_rows,
    of_sector,
    read_pairs,
)
from solmu.mapping.queries.ties import own_reading
from solmu.mapping.views.acting import own_words
from solmu.networks.access import Entry, enter
from solmu.registry.access import act_for, actor_for, may_undo
from solmu.registry.actions.changes import undo_act
from solmu.registry.actions.perspectives import mark_asked
from solmu.registry.actions.ties import point_tie
from solmu.registry.models import Perspective
from solmu.registry.saving import act_done


@dataclass(frozen=True)
class AskedGrid:
    """The grid that an address asks for, read when it is needed."""

    entry: Entry
    form: GridFilterForm

    @cached_property
    def own(self) -> Perspective | None:
        return own_reading(self.entry.membership)

    @cached_property
    def actors(self) -> list[Choice]:
        return grid_actors(self.entry.network, self.form.asked("who"))

    @cached_property
    def sides(self) -> tuple[list[Choice], list[Choice]]:
        """The rows and the columns."""
        asked = self.form.asked
        return of_sector(self.actors, asked("rows")), of_sector(self.actors, asked("columns"))

    @cached_property
    def pairs(self) -> Pairs:
        pks = [one.pk for one in self.actors]
        decides = self.entry.may_coordinate
        return read_pairs(self.entry.network, self.own, pks, decides=decides)

    @cached_property
    def told(self) -> dict[str, Any]:
        """What the squares hold, for the script: pairs by their actors' refs, and who has been gone through."""
        refs = {one.pk: one.ref for one in self.actors}
        pairs = [
            [refs[one], refs[other], ways.forward, ways.back, ways.heard]
            for (one, other), ways in self.pairs.between.items()
            if one in refs and other in refs
        ]
        return {"pairs": pairs, "asked": [refs[pk] for pk in refs if pk in self.pairs.asked]}

    @cached_property
    def current(self) -> Choice | None:
        """The actor whose page is shown: the one that was asked for, or the first not gone through."""
        rows, _columns = self.sides
        chosen = [one for one in rows if one.ref == self.form.asked("actor")]
        waiting = [one for one in rows if one.pk not in self.pairs.asked]
        return next(iter([*chosen, *waiting, *rows]), None)

    def beside(self, ref: str, step: int) -> Choice | None:
        """The row that comes after ``ref``, or before it; after the last comes the first."""
        rows, _columns = self.sides
        refs = [one.ref for one in rows]
        return rows[(refs.index(ref) + step) % len(rows)] if ref in refs else self.current

    def address_of(self, actor: Choice | None) -> str:
        """Where one actor's page is, the sides kept."""
        asked = {name: self.form.asked(name) for name in ("who", "rows", "columns")}
        kept = {name: value for name, value in asked.items() if value}
        chosen = {"actor": actor.ref} if actor else {}
        here = reverse("grid", args=[self.entry.network.slug])
        return f"{here}?{urlencode({**kept, **chosen})}"

    @property
    def fits(self) -> bool:
        rows, columns = self.sides
        return len(rows) * len(columns) <= MOST_SQUARES


def _asked(request: HttpRequest, slug: str) -> AskedGrid:
    return AskedGrid(enter(request.user, slug, "member"), GridFilterForm(request.GET.dict()))


@require_GET
def grid(request: HttpRequest, slug: str) -> HttpResponse:
    asked = _asked(request, slug)
    rows, columns = asked.sides
    context = {
        "entry": asked.entry,
        "form": asked.form,
        "own": asked.own,
        "fits": asked.fits,
        "rows": grid_rows(rows, columns, asked.pairs) if asked.fits else [],
        "columns": columns,
        "total": len(asked.actors),
        "gone_through": gone_through(asked.actors, asked.pairs),
        "words": _square_words(),
        "told": asked.told,
        **_one_by_one(asked),
    }
    return render(request, "mapping/grid.html", context)


@require_GET
def squares(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer with what the squares hold now: pairs by their actors' refs, and whom one has gone through."""
    return JsonResponse(_asked(request, slug).told)


@require_POST
def point(request: HttpRequest, slug: str) -> HttpResponse:
    """Save one press: which way a tie goes, or that there is none."""
    entry, form = enter(request.user, slug, "member"), PointForm(request.POST)
    if not form.is_valid():
        return JsonResponse({}, status=400)
    said = form.cleaned_data
    one, other = actor_for(entry, said["source"]), actor_for(entry, said["target"])
    if one == other:
        raise NotReachable(one.ref)
    ways = {"forward": said["forward"], "back": said["back"]}
    return _saved(
        entry,
        lambda own, at: point_tie(own, one, other, **ways, by=entry.membership.person, at=at),
    )


@require_POST
def asked(request: HttpRequest, slug: str) -> HttpResponse:
    """Save that an actor's ties have been gone through, or that they have not after all."""
    entry, form = enter(request.user, slug, "member"), AskedForm(request.POST)
    if not form.is_valid():
        return JsonResponse({}, status=400)
    actor = actor_for(entry, form.cleaned_data["actor"])
    done = form.cleaned_data["done"]
    return _saved(
        entry,
        lambda own, at: mark_asked(own, actor, answered=done, by=entry.membership.person, at=at),
    )


@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a press back; 409 when somebody has changed the same since."""
    entry, form = enter(request.user, slug, "member"), UndoForm(request.POST)
    if not form.is_valid():
        return JsonResponse({}, status=400)
    act = act_for(entry, form.cleaned_data["act"])
    if not may_undo(entry, act):
        raise NotAllowed
    try:
        undo_act(entry.network, act, by=entry.membership.person, at=timezone.now())
    except ChangedSince:
        text = _("Somebody has changed this since. Look under Changes.")
        return JsonResponse({"text": text}, status=409)
    except AlreadyUndone:
        pass
    return JsonResponse({"act": None})


@require_POST
def one_by_one(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Save one actor's page of ticks, note that it has been gone through, and lead to the next one."""
    asked, at = _asked(request, slug), timezone.now()
    actor, person = actor_for(asked.entry, ref), asked.entry.membership.person
    own = own_words(asked.entry, at)
    offered = set(request.POST.getlist("offered"))
    for other in (one for one in asked.actors if one.ref in offered and one.pk != actor.pk):
        chosen = request.POST.get(f"ways-{other.ref}", "both")
        forward, back = WAYS.get(
            chosen if f"with-{other.ref}" in request.POST else "", (True, True)
        )
        before = asked.pairs.own_ways(actor.pk, other.pk)
        if (before.forward, before.back) != (forward, back):
            there = actor_for(asked.entry, other.ref)
            point_tie(own, actor, there, forward=forward, back=back, by=person, at=at)
    mark_asked(own, actor, answered=True, by=person, at=at)
    messages.success(request, _("Gone through: %(a)s") % {"a": actor.label})
    return redirect(asked.address_of(asked.beside(ref, 1)))


def _saved(entry: Entry, press: Callable[[Perspective, datetime], None]) -> HttpResponse:
    """Do one press in one's own words, and tell the act by which it can be taken back."""
    at = timezone.now()
    press(own_words(entry, at), at)
    act = act_done(entry, at)
    return JsonResponse({"act": act and act.pk})


def _one_by_one(asked: AskedGrid) -> dict[str, Any]:
    """Gather the page of one actor: whom it is asked about, and who comes before and after."""
    rows, columns = asked.sides
    here = asked.current
    if here is None:
        return {"one": None}
    options = [
        (column, asked.pairs.square(here.pk, column)) for column in columns if column.pk != here.pk
    ]
    before, after = asked.beside(here.ref, -1), asked.beside(here.ref, 1)
    return {
        "one": here,
        "options": options,
        "place": [one.pk for one in rows].index(here.pk) + 1,
        "of": len(rows),
        "steps": [(one, one.pk in asked.pairs.asked) for one in rows],
        "before": before,
        "before_address": asked.address_of(before),
        "after": after,
        "after_address": asked.address_of(after),
    }


def _square_words() -> dict[str, str]:
    """Return the sentences that the grid's script puts names into."""
    return {
        "both": _("{a} – {b}: both ways"),
        "out": _("{a} – {b}: this way only"),
        "in": _("{a} – {b}: the other way only"),
        "none": _("{a} – {b}: no cooperation"),
        "unknown": _("{a} – {b}: not gone through yet"),
    }
