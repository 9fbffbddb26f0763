"""The only place that checks what an actor corrects of itself by its own link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from solmu.ledger.forms import GuardedForm
from solmu.registry.models import Contact, Service
from solmu.registry.rules.confirming import Correction

_NEW = (Contact.Kind.PERSON, Contact.Kind.PHONE, Contact.Kind.EMAIL)


class CorrectionForm(GuardedForm):
    """Each contact with its value, one more of the usual kinds, and which services are still offered."""

    missing = forms.CharField(
        label=_("Services that are missing"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "data-guard": ""}),
        help_text=_("In your own words, parted by commas."),
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        contacts: Iterable[Contact],
        services: Iterable[Service],
    ) -> None:
        super().__init__(data)
        self.known, self.offered = list(contacts), list(services)
        for contact in self.known:
            label = capfirst(contact.get_kind_display())
            self.fields[f"contact_{contact.pk}"] = _text(label, contact.value)
        for kind in _NEW:
            said = Contact.Kind(kind).label
            self.fields[f"new_{kind}"] = _text(_("Add: %(kind)s") % {"kind": said}, "")
        for service in self.offered:
            self.fields[f"service_{service.pk}"] = forms.BooleanField(
                label=capfirst(service.name), required=False, initial=True
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        mailboxes = [
            f"contact_{one.pk}" for one in self.known if one.kind == Contact.Kind.EMAIL
        ] + [f"new_{Contact.Kind.EMAIL}"]
        for name in mailboxes:
            if cleaned.get(name):
                try:
                    validate_email(cleaned[name])
                except ValidationError as wrong:
                    self.add_error(name, wrong)
        return cleaned

    @property
    def contact_fields(self) -> list[forms.BoundField]:
        return [self[f"contact_{one.pk}"] for one in self.known]

    @property
    def new_fields(self) -> list[forms.BoundField]:
        return [self[f"new_{kind}"] for kind in _NEW]

    @property
    def service_fields(self) -> list[forms.BoundField]:
        return [self[f"service_{one.pk}"] for one in self.offered]

    def correction(self) -> Correction:
        """Return what the valid form says."""
        said = self.cleaned_data
        return Correction(
            values={one.pk: said[f"contact_{one.pk}"] for one in self.known},
            new=[(str(kind), said[f"new_{kind}"]) for kind in _NEW if said[f"new_{kind}"]],
            ended=[one.pk for one in self.offered if not said[f"service_{one.pk}"]],
            missing=said["missing"],
        )


def _text(label: Any, value: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(
        label=label, required=False, max_length=254, initial=value, widget=widget
    )
