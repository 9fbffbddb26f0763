"""The only place for the shell's forms: feedback, language, colours."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from solmu.ledger.forms import Guarded
from solmu.shell.models import Feedback
from solmu.shell.rules import THEMES


class FeedbackForm(Guarded, forms.ModelForm):  # type: ignore[type-arg]
    """What is told, about which page, and where the answer goes."""

    class Meta:
        model = Feedback
        fields: ClassVar[list[str]] = ["topic", "text", "page", "reply_to"]
        labels: ClassVar = {
            "topic": _("What is it about?"),
            "text": _("What happened?"),
            "page": _("On which page?"),
            "reply_to": _("Where may we answer?"),
        }
        help_texts: ClassVar = {
            "text": _("Tell also which device and browser, or which aid you used."),
            "reply_to": _("Your e-mail, if you want an answer. We remove it after answering."),
        }
        widgets: ClassVar = {
            "topic": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 6, "data-guard": ""}),
            "reply_to": forms.EmailInput(attrs={"autocomplete": "email"}),
        }


class LanguageForm(forms.Form):
    """The chosen language."""

    language = forms.ChoiceField(choices=settings.LANGUAGES)


class ThemeForm(forms.Form):
    """The chosen colours."""

    theme = forms.ChoiceField(choices=[(theme, theme) for theme in THEMES])
