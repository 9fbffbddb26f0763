"""The only place for the form that refuses what the ledger would refuse, in words beside the field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from solmu.lib.identity_codes import holds_identity_code


class Guarded(forms.BaseForm):
    """What makes a form refuse a personal identity code in any of its texts."""

    def clean(self) -> dict[str, Any]:
        """Check every text that was written."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name, value in list(cleaned.items()):
            if isinstance(value, str) and holds_identity_code(value):
                self.add_error(
                    name, ValidationError(_("An identity code, not saved. Remove it."), "identity")
                )
        return cleaned


class GuardedForm(Guarded, forms.Form):
    """A form in which no text field takes a personal identity code."""
