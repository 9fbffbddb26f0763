"""The only place that checks what people write of services: one by one, sorted in a list, and times on the spot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from solmu.ledger.forms import GuardedForm
from solmu.mapping.forms.ties import find_actor, name_of_actor
from solmu.networks.models import Area, Network
from solmu.registry.actions.services import Hours, ServiceWords
from solmu.registry.models import Actor, Channel, Entrance, GoalArea, Offer, ServiceKind
from solmu.registry.rules.services import Guess, Written

EMPTY_OFFERS = 2
WORKDAYS = range(5)
_Choices = list[tuple[str, str]]


def _capitalised(choices: Iterable[tuple[str, Any]]) -> _Choices:
    return [(value, capfirst(str(label))) for value, label in choices]


class OfferForm(forms.Form):
    """One actor's part in a service."""

    actor = name_of_actor(_("Who offers it?"))
    role = forms.ChoiceField(
        label=_("In which part?"), choices=Offer.Role.choices, initial=Offer.Role.RESPONSIBLE
    )

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.network = network
        self.fields["actor"].required = False

    def clean_actor(self) -> Actor | None:
        text = self.cleaned_data["actor"]
        return find_actor(self.network, text) if text else None


OfferForms = forms.formset_factory(OfferForm, extra=EMPTY_OFFERS, max_num=30)


class ServiceForm(GuardedForm):
    """What one says of a service: its name, what it is and whose; the rest folded."""

    name = forms.CharField(
        label=_("What is the service called?"),
        max_length=200,
        widget=forms.TextInput(attrs={"data-guard": "", "autocomplete": "off"}),
    )
    kinds = forms.MultipleChoiceField(
        label=_("What is it?"), widget=forms.CheckboxSelectMultiple, choices=ServiceKind.choices
    )
    goal_areas = forms.MultipleChoiceField(
        label=_("What is it for?"), widget=forms.CheckboxSelectMultiple, choices=GoalArea.choices
    )
    places = forms.MultipleChoiceField(
        label=_("Where?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick nothing when it serves the whole area."),
    )
    target_group = forms.CharField(
        label=_("For whom?"),
        required=False,
        max_length=160,
        widget=forms.TextInput(
            attrs={"data-guard": "", "placeholder": _("For example 16–29 without a place to study")}
        ),
    )
    entrance = forms.ChoiceField(label=_("How does one get in?"), required=False)
    channels = forms.MultipleChoiceField(
        label=_("How is it met?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    description = forms.CharField(
        label=_("What is done?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "data-guard": ""}),
    )

    FOLDED = ("target_group", "entrance", "channels", "description")

    def __init__(
        self,
        network: Network,
        towns: Sequence[Area],
        data: Mapping[str, Any] | None = None,
        *,
        initial: Mapping[str, Any] | None = None,
        offers: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        self.towns = {str(town.pk): town for town in towns}
        self.fields["places"].choices = [(key, town.name) for key, town in self.towns.items()]  # type: ignore[attr-defined]  # a choice field
        self.fields["entrance"].choices = [("", _("not told")), *_capitalised(Entrance.choices)]  # type: ignore[attr-defined]  # a choice field
        self.fields["channels"].choices = _capitalised(Channel.choices)  # type: ignore[attr-defined]  # a choice field
        self.offers = OfferForms(
            data, prefix="offer", initial=list(offers), form_kwargs={"network": network}
        )

    @property
    def folded(self) -> list[forms.BoundField]:
        """The fields that are open only when one asks for more."""
        return [self[name] for name in self.FOLDED]

    @property
    def opens(self) -> bool:
        """Whether anything in the folded part is told or faulty."""
        return any(field.value() or field.errors for field in self.folded)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.offers.is_valid():
            self.add_error(None, _("An actor is not known. Look at who offers it."))
        elif not any(one.cleaned_data.get("actor") for one in self.offers):
            self.add_error(None, _("Who offers it? Choose at least one actor."))
        return cleaned

    def words(self) -> ServiceWords:
        """Return what the valid form says."""
        said = self.cleaned_data
        return ServiceWords(
            name=" ".join(said["name"].split()),
            kinds=tuple(said["kinds"]),
            goal_areas=tuple(said["goal_areas"]),
            places=[self.towns[key] for key in said["places"]],
            offers={
                one.cleaned_data["actor"]: one.cleaned_data["role"]
                for one in self.offers
                if one.cleaned_data.get("actor")
            },
            target_group=said["target_group"],
            channels=tuple(said["channels"]),
            entrance=said["entrance"],
            description=said["description"],
        )


class SortingForm(GuardedForm):
    """One service as a source wrote it, with what it probably is."""

    takes = forms.BooleanField(required=False)
    kinds = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, choices=ServiceKind.choices
    )
    goal_areas = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, choices=GoalArea.choices
    )

    def __init__(
        self, data: Mapping[str, Any] | None, *, actor: Actor, written: Written, guessed: Guess
    ) -> None:
        initial = {
            "takes": bool(guessed.kinds and guessed.goal_areas),
            "kinds": list(guessed.kinds),
            "goal_areas": list(guessed.goal_areas),
        }
        self.actor, self.written = actor, written
        super().__init__(data, initial=initial, prefix=sorting_key(actor.ref, written.words))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("takes") and not (cleaned.get("kinds") and cleaned.get("goal_areas")):
            raise ValidationError(_("Tick what it is and what it is for, or leave the row out."))
        return cleaned

    def words(self) -> ServiceWords | None:
        """Return what the valid row says, or nothing when it is left out."""
        if not self.cleaned_data.get("takes"):
            return None
        return ServiceWords(
            name=self.written.words[:200],
            kinds=tuple(self.cleaned_data["kinds"]),
            goal_areas=tuple(self.cleaned_data["goal_areas"]),
            offers={self.actor: Offer.Role.RESPONSIBLE},
        )


def sorting_key(ref: str, words: str) -> str:
    """Return what a row's fields are called, so that an answer finds its row also when others have gone."""
    return f"{ref}-{words.casefold().encode().hex()[:80]}"


class DayForm(forms.Form):
    """One weekday on the spot: there or not, and from when until when."""

    there = forms.BooleanField(required=False)
    opens = forms.TimeField(
        required=False, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    )
    closes = forms.TimeField(
        required=False, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if opens and closes and closes <= opens:
            raise ValidationError(_("The end must be after the beginning."))
        return cleaned


class PresenceForm(forms.Form):
    """When an actor is on the spot at another, by weekday."""

    place = name_of_actor(_("Where?"))

    def __init__(
        self,
        network: Network,
        actor: Actor,
        data: Mapping[str, Any] | None = None,
        *,
        initial: Mapping[str, Any] | None = None,
        hours: Mapping[int, Hours] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        self.network, self.actor = network, actor
        self.days = [
            DayForm(data, prefix=f"day-{weekday}", initial=_day(weekday, hours or {}))
            for weekday in WORKDAYS
        ]
        for weekday, day in zip(WORKDAYS, self.days, strict=True):
            day.fields["there"].label = capfirst(str(WEEKDAYS[weekday]))

    def clean_place(self) -> Actor:
        place = find_actor(self.network, self.cleaned_data["place"])
        if place == self.actor:
            raise ValidationError(_("Choose another actor: this is about visiting somewhere."))
        return place

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not all(list(map(DayForm.is_valid, self.days))):
            self.add_error(None, _("Look at the times: the end must be after the beginning."))
        return cleaned

    def hours(self) -> list[Hours]:
        """Return the weekdays of the valid form; a time given is enough to be there."""
        said = [day.cleaned_data for day in self.days]
        return [
            Hours(weekday, one["opens"], one["closes"])
            for weekday, one in zip(WORKDAYS, said, strict=True)
            if one["there"] or one["opens"] or one["closes"]
        ]


def _day(weekday: int, hours: Mapping[int, Hours]) -> dict[str, Any]:
    found = hours.get(weekday)
    return {"there": True, "opens": found.opens, "closes": found.closes} if found else {}
