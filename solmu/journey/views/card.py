"""The only place that answers with the network card, its questions one by one, and its earlier versions."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from solmu.journey.access import aims_for, version_for
from solmu.journey.actions import WrittenSince, write_card
from solmu.journey.forms.card import AnswerForm
from solmu.journey.queries.card import (
    Asked,
    card_of,
    compared_with_now,
    question_of,
    versions_of,
)
from solmu.journey.queries.relations import told_ties
from solmu.journey.rules import QUESTIONS, in_order_of_review
from solmu.lib.fragments import asks_for_part
from solmu.lib.reach import NotReachable
from solmu.networks.access import Entry, enter
from solmu.registry.saving import language, posted, tell_saved

SHOWN = 5


@require_safe
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the card as it is, with what its ties and aims say beside it."""
    entry, today = enter(request.user, slug), timezone.localdate()
    groups = card_of(entry.network)
    versions = versions_of(entry.network)
    context = {
        "entry": entry,
        "groups": groups,
        "answered": sum(one.is_answered for _, asked in groups for one in asked),
        "asked": len(QUESTIONS),
        "versions": versions[:SHOWN],
        "more_versions": versions[SHOWN:],
        "told": told_ties(entry.network)[:SHOWN],
        "aims": in_order_of_review(aims_for(entry), on=today)[:SHOWN],
        "today": today,
    }
    return render(request, "journey/card.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, slug: str, question: str) -> HttpResponse:
    """Show one question to be answered, in its place on the card or on a page of its own; on POST save it."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    if question not in QUESTIONS:
        raise NotReachable(question)
    asked = question_of(entry.network, question)
    part = asks_for_part(request.headers)
    if part and "shown" in request.GET:
        return render(request, "journey/question.html", {"entry": entry, "one": asked})
    form = AnswerForm(posted(request), asked=asked)
    if request.method == "POST" and form.is_valid() and _save(entry, asked, form, at):
        tell_saved(request, entry, at=at)
        if not part:
            return redirect(f"{reverse('network_card', args=[slug])}#question-{question}")
        now = question_of(entry.network, question)
        context = {"entry": entry, "one": now, "saved": True}
        return render(request, "journey/question.html", context)
    context = {"entry": entry, "one": asked, "form": form, "part": part}
    template = "journey/question_form.html" if part else "journey/question_page.html"
    return render(request, template, context, status=422 if form.errors else 200)


def _save(entry: Entry, asked: Asked, form: AnswerForm, at: datetime) -> bool:
    """Save an answer; tell the writer when somebody else has saved since they began."""
    try:
        write_card(
            entry.network,
            {asked.key: form.answer},
            language=language(),
            by=entry.membership.person,
            at=at,
            began_from=form.began_from,
        )
    except WrittenSince as since:
        form.tell_written_since(since.now, "text")
        return False
    return True


@require_safe
def version(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the card as it was after one saving, beside what it is now."""
    entry = enter(request.user, slug)
    saved = version_for(entry, pk)
    versions = versions_of(entry.network)
    context = {
        "entry": entry,
        "version": next(one for one in versions if one.written_at == saved.written_at),
        "versions": versions,
        "questions": compared_with_now(entry.network, saved.written_at),
    }
    return render(request, "journey/version.html", context)
