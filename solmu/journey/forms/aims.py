"""The only place that checks what people write of an aim and of how far it has got."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from solmu.journey.actions import AimWords
from solmu.journey.forms.card import words
from solmu.journey.models import Aim, Figure, Possibility, Review
from solmu.journey.rules import BEGUN_STATES, OWN
from solmu.ledger.forms import GuardedForm
from solmu.lib.alphabet import in_order
from solmu.networks.models import Network
from solmu.registry.models import Actor, ActorKind
from solmu.registry.queries import present_actors


def day(label: Any, **facts: Any) -> forms.DateField:
    """Make a field for a day, which the browser shows in its own way and sends in one."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, input_formats=["%Y-%m-%d"], **facts)


class AimForm(GuardedForm):
    """A possibility that is chosen: what is aimed at, who sees to it, when it is looked at."""

    possibility = forms.ChoiceField(label=_("Possibility"), choices=Possibility.choices)
    own_words = forms.CharField(
        label=_("What else?"),
        required=False,
        max_length=160,
        widget=forms.TextInput(attrs={"data-guard": ""}),
        help_text=_("Only when you chose ‘Something else’."),
    )
    text = words(_("What do we aim at?"), rows=3, longest=1000, required=True)
    owner = forms.ChoiceField(
        label=_("Who sees to it?"),
        help_text=_(
            "An organisation of the map. It does not do everything; it sees that it is done."
        ),
    )
    review_on = day(pgettext_lazy("an aim", "Reviewed next"))
    figure = forms.ChoiceField(
        label=_("Which figure tells of it?"),
        required=False,
        choices=Figure.choices,
        help_text=_("Its value is kept now and at every review, at the level of organisations."),
    )

    def __init__(
        self,
        network: Network,
        data: Mapping[str, Any] | None,
        *,
        on: date,
        aim: Aim | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        begin = dict(initial or {})
        if aim is not None:
            names = ("possibility", "own_words", "text", "review_on", "figure")
            begin = {name: getattr(aim, name) for name in names}
            begin["owner"] = aim.owner.ref if aim.owner else ""
        super().__init__(data, initial=begin)
        self._earliest = aim.chosen_on if aim else on
        organisations = present_actors(network).filter(kind=ActorKind.ORGANISATION)
        self._owners = {
            one.ref: one for one in sorted(organisations, key=lambda one: in_order(one.label))
        }
        choices = [("", _("Choose")), *((ref, one.label) for ref, one in self._owners.items())]
        self.fields["owner"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def clean_review_on(self) -> date:
        """A review comes after the choosing."""
        chosen: date = self.cleaned_data["review_on"]
        if chosen < self._earliest:
            raise forms.ValidationError(
                _("The review would come before the choosing. Correct the day.")
            )
        return chosen

    def clean(self) -> dict[str, Any]:
        """Something else needs its words; one of the seven has its own."""
        cleaned = super().clean()
        if cleaned.get("possibility") != OWN:
            cleaned["own_words"] = ""
        elif not cleaned.get("own_words"):
            self.add_error("own_words", forms.ValidationError(_("Write what else is aimed at.")))
        return cleaned

    @property
    def words(self) -> AimWords:
        """What was written."""
        said = dict(self.cleaned_data)
        owner: Actor = self._owners[said.pop("owner")]
        return AimWords(owner=owner, **said)


class ReviewForm(GuardedForm):
    """How far an aim has got."""

    state = forms.ChoiceField(
        label=_("How far is it?"), choices=Review.State.choices, widget=forms.RadioSelect
    )
    evidence = words(_("What shows it?"), rows=4, required=True)
    next_on = day(pgettext_lazy("an aim", "Reviewed next"), required=False)

    def __init__(self, data: Mapping[str, Any] | None, *, on: date) -> None:
        super().__init__(data)
        self._on = on
        self.fields["evidence"].help_text = _("What has happened that others could see as well?")
        self.fields["next_on"].help_text = _("Not needed when the aim is reached or dropped.")

    def clean(self) -> dict[str, Any]:
        """What goes on is looked at again, on a day that is still to come."""
        cleaned = super().clean()
        goes_on = cleaned.get("state") in BEGUN_STATES
        next_on = cleaned.get("next_on")
        if goes_on and "next_on" not in self.errors and (next_on is None or next_on <= self._on):
            self.add_error(
                "next_on", forms.ValidationError(_("Choose a day that is still to come."))
            )
        if not goes_on:
            cleaned["next_on"] = None
        return cleaned
