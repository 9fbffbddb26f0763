"""The only place that checks how a report is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from solmu.findings.rules.report import ReportChoice, level_of


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
