"""The only place that checks what is answered to a finding."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from solmu.findings.models import FindingAnswer
from solmu.ledger.forms import GuardedForm


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
