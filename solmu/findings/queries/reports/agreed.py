"""The only place that says in a report what people have agreed and answered; free words go through the rule for names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from solmu.agreements.models import AgreedAction
from solmu.agreements.rules import parted
from solmu.analysis.levels import Level
from solmu.findings.models import FindingAnswer
from solmu.findings.queries.answers import answers_in
from solmu.findings.queries.reports.gathering import person_word
from solmu.findings.rules.answers import change_between, evidence_of, key_of
from solmu.findings.rules.reading import Reading
from solmu.findings.rules.report import Agreed, Tone
from solmu.journey.models import Aim, Review
from solmu.journey.rules import in_order_of_review, timing
from solmu.networks.models import Network
from solmu.registry.models import Actor, ActorKind
from solmu.sharing.rules.namelike import NameStore, signs_of

_TOLD_FOR = timedelta(days=365)  # what was settled longer ago is no news to a meeting


def agreed_in(network: Network, names: NameStore, *, on: date) -> tuple[Agreed, ...]:
    """Return the actions that were agreed, then the aims that were chosen; past their day first, settled ones last."""
    return (*_actions(network, names, on), *_aims(network, names, on))


def answers_said(
    network: Network, reading: Reading, level: Level, names: NameStore
) -> dict[str, str]:
    """Say how findings were answered, by their keys: those answers that still stand on the same evidence."""
    whole = {key_of(one, level): one for one in reading.findings if not one.good}
    found = {}
    for key, answer in answers_in(network).items():
        finding = whole.get(key)
        if finding is None or change_between(answer.evidence, evidence_of(finding)) is not None:
            continue
        if answer.action is not None and answer.action.state == AgreedAction.State.LET_GO:
            continue
        label = str(answer.get_kind_display())
        if answer.kind == FindingAnswer.Kind.NOT_HERE:
            # Of whom a finding names only they and a few may read the reason.
            reason = _left_out() if finding.person else _said(answer.reason, names)
            label = f"{label}: {reason}"
        found[key] = label
    return found


def _actions(network: Network, names: NameStore, on: date) -> Iterator[Agreed]:
    settled_since = on - _TOLD_FOR
    sorted_out = parted(network.agreed_actions.select_related("owner"), on=on)
    recent = [one for one in sorted_out.settled if (one.settled_on or on) >= settled_since]
    for action in (*sorted_out.open, *recent):
        state, tone = str(action.get_state_display()), _TONES[action.state]
        if action in sorted_out.overdue:
            state, tone = _("Past its date"), "late"
        yield Agreed(
            what=_said(action.what, names),
            what_language=action.language,
            more="",
            language=action.language,
            who=_owner(action.owner),
            until=date_format(action.settled_on or action.due_on, "SHORT_DATE_FORMAT"),
            state=state,
            tone=tone,
        )


_TONES: dict[str, Tone] = {"open": "open", "done": "done", "let_go": "open"}


def _aims(network: Network, names: NameStore, on: date) -> Iterator[Agreed]:
    aims = network.aims.select_related("owner").prefetch_related("reviews")
    for aim in in_order_of_review(aims, on=on):
        state, tone = _how_far(aim, on)
        yield Agreed(
            what=_said(aim.title, names),
            what_language=aim.language if aim.own_words else get_language() or "fi",
            more=_said(aim.text, names),
            language=aim.language,
            who=_owner(aim.owner),
            until="" if aim.ended else date_format(aim.review_on, "SHORT_DATE_FORMAT"),
            state=state,
            tone=tone,
        )


def _how_far(aim: Aim, on: date) -> tuple[str, Tone]:
    latest = aim.latest
    if timing(aim, on=on) == "overdue":
        return _("Past its date"), "late"
    if latest is None:
        return str(Review.State.NOT_BEGUN.label), "open"
    reached = latest.state == Review.State.REACHED
    return str(latest.get_state_display()), "done" if reached else "open"


def _owner(owner: Actor | None) -> str:
    if owner is None:
        return pgettext("who sees to it", "nobody now")
    return person_word() if owner.kind == ActorKind.PERSON else owner.label


def _said(text: str, names: NameStore) -> str:
    words = " ".join(text.split())
    return _left_out() if signs_of(words, names) else words


def _left_out() -> str:
    return _("(Left out: it may name a person.)")
