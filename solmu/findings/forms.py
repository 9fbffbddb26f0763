"""The only place that checks what is answered to a finding or a question of diversity, and how a report is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from solmu.analysis.levels import LevelGraph
from solmu.findings.models import DiversityAnswer, FindingAnswer
from solmu.findings.rules.diversity import LEVELS, Kind, Said
from solmu.findings.rules.report import ReportChoice, level_of
from solmu.ledger.forms import GuardedForm

LEVEL_LABELS = {
    "national": pgettext_lazy("level of decision", "National"),
    "regional": pgettext_lazy("level of decision", "Regional"),
    "organisation": pgettext_lazy("level of decision", "An organisation’s own"),
}
QUESTIONS = {
    "multi_expert": _("How is the clients’ own voice heard in cooperation and decisions?"),
    "multi_level": _("What is said of them, and what is not?"),
    "multi_disciplinary": _("From which fields of science is knowledge brought together?"),
    "multi_skilled": _("Which skills beside the profession does the network use?"),
}
_LISTED = {"multi_disciplinary", "multi_skilled"}


class DiversityForm(GuardedForm):
    """The question of one kind; fields that it does not ask are left out."""

    levels = forms.MultipleChoiceField(
        label=_("Which levels of decision are talked about in the network?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(one, LEVEL_LABELS[one]) for one in LEVELS],
    )
    words = forms.CharField(
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "data-guard": ""}),
    )
    actors = forms.MultipleChoiceField(
        label=_("Where is it seen?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        kind: Kind,
        graph: LevelGraph,
        data: Mapping[str, Any] | None = None,
        *,
        answer: DiversityAnswer | None = None,
    ) -> None:
        begin = {name: getattr(answer, name) for name in ("words", "levels", "actors") if answer}
        super().__init__(data, initial=begin, auto_id=f"{kind}_%s")
        self.fields["actors"].choices = [(node.ref, node.label) for node in graph.nodes]  # type: ignore[attr-defined]  # a choice field
        self.fields["words"].label = QUESTIONS[kind]
        if kind in _LISTED:
            self.fields["words"].help_text = _("Part them by commas.")
        if kind == "multi_expert":
            self.fields["actors"].label = _("Who on the map speaks with the clients’ own voice?")
        if kind != "multi_level":
            del self.fields["levels"]

    @property
    def said(self) -> Said:
        """What was answered."""
        answered = self.cleaned_data
        return Said(
            words=answered["words"].strip(),
            levels=tuple(answered.get("levels", ())),
            actors=tuple(answered["actors"]),
        )


class FindingAnswerForm(GuardedForm):
    """The two answers that need no action: it is known, or it is not so here."""

    kind = forms.ChoiceField(
        choices=[
            (one.value, one.label)
            for one in (FindingAnswer.Kind.KNOWN, FindingAnswer.Kind.NOT_HERE)
        ],
        widget=forms.HiddenInput,
    )
    reason = forms.CharField(
        label=_("Why is it not so here?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "data-guard": ""}),
    )

    def clean(self) -> dict[str, Any]:
        """Not so here needs its reason; what is known needs none."""
        cleaned = super().clean()
        if cleaned.get("kind") == FindingAnswer.Kind.KNOWN:
            cleaned["reason"] = ""
        elif not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", forms.ValidationError(_("Write why, in a few words.")))
        return cleaned


class ReportForm(forms.Form):
    """How a report is wanted; what nobody chose is as usual."""

    level = forms.ChoiceField(
        label=_("Level"),
        required=False,
        choices=[("organisation", _("Organisations")), ("unit", _("Units"))],
    )
    language = forms.ChoiceField(label=_("Language"), required=False, choices=settings.LANGUAGES)
    map = forms.ChoiceField(
        label=_("Pictures"),
        required=False,
        choices=[("with", _("With maps")), ("without", _("Words and numbers only"))],
    )

    def __init__(self, data: Mapping[str, Any]) -> None:
        usual = {"level": "organisation", "language": get_language() or "fi", "map": "with"}
        super().__init__({name: data.get(name) or usual[name] for name in usual})

    @property
    def choice(self) -> ReportChoice:
        """What was chosen; what is none of the choices counts as not chosen."""
        self.is_valid()
        chosen = self.cleaned_data
        return ReportChoice(
            level=level_of(chosen.get("level", "")),
            language=chosen.get("language") or get_language() or "fi",
            with_map=chosen.get("map") != "without",
        )
