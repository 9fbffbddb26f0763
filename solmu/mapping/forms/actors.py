"""The only place that checks what people write of an actor: name, kind and sector, and the rest folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from stdnum.exceptions import ValidationError as NotABusinessId
from stdnum.fi import ytunnus

from solmu.ledger.forms import GuardedForm
from solmu.mapping.forms.ties import find_actor, name_of_actor
from solmu.mapping.queries.choices import Choice, possible_doubles
from solmu.networks.models import Area, Network
from solmu.networks.queries import find_municipality
from solmu.registry.actions.actors import ActorWords
from solmu.registry.models import Actor, ActorKind, Contact, Sector

EMPTY_CONTACTS = 2


class ContactForm(GuardedForm):
    """One way to reach an actor, and who sees it."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("contact", "Kind"),
        choices=[(value, capfirst(label)) for value, label in Contact.Kind.choices],
        initial=Contact.Kind.EMAIL,
    )
    value = forms.CharField(
        label=_("Contact"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    visibility = forms.ChoiceField(
        label=_("Who sees this?"),
        choices=Contact.Visibility.choices,
        initial=Contact.Visibility.MEMBERS,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("kind") == Contact.Kind.EMAIL and cleaned.get("value"):
            try:
                validate_email(cleaned["value"])
            except ValidationError as wrong:
                self.add_error("value", wrong)
        return cleaned


ContactForms = forms.formset_factory(ContactForm, extra=EMPTY_CONTACTS, max_num=20)


class ActorForm(GuardedForm):
    """What one says of an actor; ``sure`` tells that it is not one of those already on the map."""

    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(
        label=pgettext_lazy("actor", "Kind"),
        widget=forms.RadioSelect,
        choices=[(value, capfirst(label)) for value, label in ActorKind.choices],
        initial=ActorKind.ORGANISATION,
    )
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=[("", _("not told")), *Sector.choices]
    )
    municipality = forms.CharField(
        label=_("Municipality"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"list": "municipalities", "autocomplete": "off"}),
        help_text=_("Leave empty when it serves the whole area."),
    )
    parent = name_of_actor(_("Belongs to"))
    services = forms.CharField(
        label=_("Services"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "data-guard": ""}),
        help_text=_("In your own words, parted by commas."),
    )
    name_sv = forms.CharField(label=_("Name in Swedish"), required=False, max_length=200)
    business_id = forms.CharField(label=_("Business ID (Y-tunnus)"), required=False, max_length=20)
    description = forms.CharField(
        label=_("Description"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "data-guard": ""}),
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    FOLDED = ("municipality", "parent", "services", "name_sv", "business_id", "description")

    def __init__(
        self,
        network: Network,
        data: Mapping[str, Any] | None = None,
        *,
        actor: Actor | None = None,
        initial: Mapping[str, Any] | None = None,
        contacts: Iterable[Contact] = (),
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        self.network, self.actor = network, actor
        self.fields["parent"].required = False
        self.contacts = ContactForms(
            data,
            prefix="contact",
            initial=[
                {"kind": one.kind, "value": one.value, "visibility": one.visibility}
                for one in contacts
            ],
        )

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_municipality(self) -> Area | None:
        text = self.cleaned_data["municipality"]
        if not text:
            return None
        area = find_municipality(text, self.network)
        if area is None:
            raise ValidationError(_("Unknown municipality. Choose from the list."), "unknown")
        return area

    def clean_parent(self) -> Actor | None:
        text = self.cleaned_data["parent"]
        if not text:
            return None
        parent = find_actor(self.network, text)
        if self.actor is not None and parent == self.actor:
            raise ValidationError(_("An actor cannot belong to itself. Choose another."))
        return parent

    def clean_business_id(self) -> str:
        text = self.cleaned_data["business_id"]
        try:
            return str(ytunnus.format(ytunnus.validate(text))) if text else ""
        except NotABusinessId as wrong:
            message = _("No such business ID. It looks like 1234567-1; check the digits.")
            raise ValidationError(message, "business_id") from wrong

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.contacts.is_valid():
            self.add_error(None, _("A contact is not valid. Look under More."))
        return cleaned

    @cached_property
    def doubles(self) -> list[Choice]:
        """Actors on the map that a new one may be; nobody is asked twice, nor of an actor that is there."""
        said = self.cleaned_data
        if self.actor is not None or said.get("sure") or not said.get("name"):
            return []
        town = said["municipality"].name_fi if said.get("municipality") else ""
        return possible_doubles(self.network, said["name"], kind=said.get("kind", ""), town=town)

    def words(self, unseen: Iterable[Contact] = ()) -> ActorWords:
        """Return what the valid form says; contacts that the writer does not see stay as they were."""
        said = self.cleaned_data
        seen = [
            (one.cleaned_data["kind"], one.cleaned_data["value"].strip(), one.cleaned_data["visibility"])
            for one in self.contacts
            if one.cleaned_data.get("value")
        ]  # fmt: skip
        kept = [(one.kind, one.value, one.visibility) for one in unseen]
        return ActorWords(
            name=said["name"],
            kind=said["kind"],
            sector=said["sector"],
            municipality=said["municipality"],
            parent=said["parent"],
            services=said["services"],
            business_id=said["business_id"],
            description=said["description"],
            name_sv=said["name_sv"],
            contacts=cast("tuple[tuple[str, str, str], ...]", (*seen, *kept)),
        )

    @property
    def folded(self) -> list[forms.BoundField]:
        """The fields that there is seldom a reason to fill in."""
        return [self[name] for name in self.FOLDED]

    @property
    def opens(self) -> bool:
        """Whether the folded fields hold a fault."""
        return any(self.errors.get(name) for name in self.FOLDED) or not (
            not self.contacts.is_bound or self.contacts.is_valid()
        )
