"""The only place that checks what is answered to a small question of diversity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from solmu.analysis.levels import LevelGraph
from solmu.findings.models import DiversityAnswer
from solmu.findings.rules.diversity import LEVELS, Kind, Said
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
