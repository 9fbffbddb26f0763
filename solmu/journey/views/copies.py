"""The only place where the whole card leaves as a page for paper or as a workbook, now or as it once was."""

from __future__ import annotations

from io import BytesIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from solmu.formats import FORMATS
from solmu.formats.layout import Cell
from solmu.formats.values import clean, neutral
from solmu.formats.xlsx import new_book, write_sheet
from solmu.journey.access import aims_for, version_for
from solmu.journey.queries.card import versions_of
from solmu.journey.queries.whole import AimThen, Side, TieThen, WholeCard, whole_card
from solmu.journey.rules import in_order_of_review
from solmu.lib.reach import NotReachable
from solmu.networks.access import Entry, enter

Sheet = list[list[Cell]]


@require_safe
def card_copy(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the whole card on one page, for paper: as it is, or as it was after a saving."""
    entry = enter(request.user, slug)
    context = {
        "entry": entry,
        "whole": _whole(request, entry),
        "versions": versions_of(entry.network),
        "chosen": request.GET.get("version", ""),
    }
    return render(request, "journey/card_copy.html", context)


@require_safe
def card_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer with the same as a workbook."""
    entry = enter(request.user, slug)
    whole = _whole(request, entry)
    response = HttpResponse(_workbook(entry, whole), content_type=FORMATS["xlsx"].media_type)
    name = f"{slugify(entry.network.name) or 'solmu'}-{slugify(_('Network card'))}"
    name += f"-{timezone.localdate(whole.at):%Y-%m-%d}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _whole(request: HttpRequest, entry: Entry) -> WholeCard:
    """Return the card of the version that is asked for; the latest one is the card now."""
    asked, now = request.GET.get("version", ""), timezone.now()
    today = timezone.localdate(now)
    aims = in_order_of_review(aims_for(entry), on=today)
    if not asked:
        return whole_card(entry.network, aims, at=now, today=today)
    if not asked.isascii() or not asked.isdigit() or len(asked) > 18:
        raise NotReachable(asked)
    saved = version_for(entry, int(asked))
    return whole_card(entry.network, aims, at=saved.written_at, today=today, is_now=False)


def _workbook(entry: Entry, whole: WholeCard) -> bytes:
    target = BytesIO()
    book = new_book(target)
    header = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    for title, rows in (
        (_("Network card"), _answers(entry, whole)),
        (_("Aims chosen"), _aims(whole)),
        (_("Both ends"), _ends(whole)),
    ):
        # What people wrote must not run as a formula wherever the file is opened or saved again.
        safe = [
            [neutral(clean(cell)) if isinstance(cell, str) else cell for cell in row]
            for row in rows
        ]
        write_sheet(book.add_worksheet(title), safe, header, words)
    book.close()
    return target.getvalue()


def _answers(entry: Entry, whole: WholeCard) -> Sheet:
    rows: Sheet = [["", _("Question"), _("Answer"), _("Written on"), _("Written by")]]
    rows.append(["", _("Network"), entry.network.name, "", ""])
    rows.append(["", _("As it was on"), _day(whole.at), "", ""])
    for group, asked in whole.groups:
        for one in asked:
            answer = one.answer
            by = str(answer.author or "") if answer else ""
            rows.append([group, one.label, one.text, _day(answer.written_at) if answer else "", by])
    return rows


def _aims(whole: WholeCard) -> Sheet:
    head = [
        _("Aim"), _("Aimed at"), _("Who sees to it"), pgettext("an aim", "Chosen"), _("Figure then"),
        pgettext("an aim", "Reviewed next"), _("How far"), _("Reviewed on"), _("On what evidence"), _("Figure"),
    ]  # fmt: skip
    return [[*head], *(_aim(one) for one in whole.aims)]


def _aim(one: AimThen) -> list[Cell]:
    aim, review = one.aim, one.review
    said = [
        aim.title,
        aim.text,
        aim.owner.label if aim.owner else "",
        _day(aim.chosen_on),
        one.figure,
    ]
    if review is None:
        return [*said, _day(aim.review_on), _("Not reviewed yet."), "", "", ""]
    state, on = review.get_state_display(), _day(review.reviewed_on)
    return [*said, _day(aim.review_on), state, on, review.evidence, one.figure_reviewed]


def _ends(whole: WholeCard) -> Sheet:
    head = [
        _("Tie"), _("Who tells"), _("What works"), _("What would make it work better"), _("Whose words"),
        _("Written on"), _("Written by"), _("Both ends have told"), _("On the map now"),
    ]  # fmt: skip
    return [[*head], *(_side(tie, side) for tie in whole.ties for side in tie.sides)]


def _side(tie: TieThen, side: Side) -> list[Cell]:
    words, both = side.words, _("yes") if tie.both else _("no")
    said = ["", "", side.said_by, "", ""]
    if words is not None:
        said = [
            words.works,
            words.better,
            side.said_by,
            _day(words.written_at),
            str(words.author or ""),
        ]
    return [tie.name, side.actor.label, *said, both, tie.on_map]


def _day(at: object) -> str:
    return date_format(at, "SHORT_DATE_FORMAT")  # type: ignore[arg-type]  # its types leave moments and days out
