"""The only place that checks what people write about a network and whom they invite."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from solmu.ledger.forms import GuardedForm
from solmu.lib.alphabet import in_order
from solmu.networks.models import Area, Membership, Network, ReadPart
from solmu.networks.queries import counties, municipalities_by_name
from solmu.networks.rules import READING_DAYS, folded, listed
from solmu.people.models import Person
from solmu.people.rules import tidy_email


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "data-guard": ""})


class NewNetworkForm(GuardedForm):
    """What a network needs to begin: a name, a kind, its municipalities and what it is for."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Network.Kind.choices)
    municipalities = forms.CharField(
        label=gettext_lazy("Municipalities"),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("Separate names with commas. They may also be in Swedish."),
    )
    purpose = forms.CharField(
        label=gettext_lazy("Purpose"),
        max_length=2000,
        required=False,
        widget=_text(3),
        help_text=gettext_lazy("What is the network for? One or two sentences."),
    )

    def __init__(self, *args: Any, network: Network | None = None, **kwargs: Any) -> None:
        self.network = network
        self.areas: list[Area] = []
        self.own_areas: list[tuple[str, str]] = []
        super().__init__(*args, **kwargs)

    def clean_municipalities(self) -> str:
        text: str = self.cleaned_data["municipalities"]
        known = municipalities_by_name(self.network)
        names = listed(text)
        unknown = [name for name in names if folded(name) not in known]
        if unknown:
            words = ngettext(
                "Unknown municipality: %(names)s. Correct or remove it.",
                "Unknown municipalities: %(names)s. Correct or remove them.",
                len(unknown),
            )
            raise forms.ValidationError(words % {"names": ", ".join(unknown)})
        self.areas += [known[folded(name)] for name in names]
        return text


class NetworkForm(NewNetworkForm):
    """Everything that a network says of itself."""

    employment_areas = forms.CharField(
        label=gettext_lazy("Employment areas"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("Separate names with commas."),
    )
    wellbeing_counties = forms.MultipleChoiceField(
        label=gettext_lazy("Wellbeing services counties"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    boundary_rule = forms.CharField(
        label=gettext_lazy("Who belongs to the network?"),
        max_length=2000,
        required=False,
        widget=_text(3),
        help_text=gettext_lazy(
            "By which rule is an actor counted in? For example: works with people under 30 in the area."
        ),
    )
    recall = forms.ChoiceField(
        label=gettext_lazy("How are actors named?"),
        choices=Network.Recall.choices,
        widget=forms.RadioSelect,
    )
    period_from = forms.DateField(
        label=gettext_lazy("Period starts"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    period_to = forms.DateField(
        label=gettext_lazy("Period ends"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    strength_rule = forms.ChoiceField(
        label=gettext_lazy("When answers about a tie differ"),
        choices=Network.StrengthRule.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, network=network, initial=_said_by(network), **kwargs)
        alphabetically = sorted(counties(), key=lambda area: in_order(area.name))
        self._counties = {str(area.pk): area for area in alphabetically}
        choices = [(key, area.name) for key, area in self._counties.items()]
        self.fields["wellbeing_counties"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        start, end = cleaned.get("period_from"), cleaned.get("period_to")
        if start and end and end < start:
            self.add_error("period_to", _("Ends before it starts. Correct it."))
        self.areas += [self._counties[key] for key in cleaned.get("wellbeing_counties", [])]
        self.own_areas = [
            (Area.Kind.EMPLOYMENT_AREA, name)
            for name in listed(cleaned.get("employment_areas", ""))
        ]
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """What goes into the network's own fields."""
        names = ("name", "kind", "purpose", "boundary_rule", "recall", "strength_rule")
        return {name: self.cleaned_data[name] for name in (*names, "period_from", "period_to")}


def _said_by(network: Network) -> dict[str, Any]:
    areas = list(network.areas.all())

    def names(kind: str) -> str:
        return ", ".join(sorted((one.name for one in areas if one.kind == kind), key=in_order))

    county = Area.Kind.WELLBEING_COUNTY
    return {
        **{name: getattr(network, name) for name in ("name", "kind", "purpose", "boundary_rule")},
        **{name: getattr(network, name) for name in ("recall", "strength_rule")},
        **{name: getattr(network, name) for name in ("period_from", "period_to")},
        "municipalities": names(Area.Kind.MUNICIPALITY),
        "employment_areas": names(Area.Kind.EMPLOYMENT_AREA),
        "wellbeing_counties": [str(area.pk) for area in areas if area.kind == county],
    }


class RoleForm(forms.Form):
    """A member's role."""

    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Membership.Role.choices)


class InvitationForm(forms.Form):
    """Who is invited, in which role and in which language the letter is."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=Membership.Role.choices,
        initial=Membership.Role.MEMBER,
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the e-mail"), choices=Person.Language.choices
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["language"] = get_language()

    def clean_email(self) -> str:
        return tidy_email(self.cleaned_data["email"])


class ReadTokenForm(GuardedForm):
    """What a token for reading is called, what it lets read and for how long."""

    name = forms.CharField(
        label=gettext_lazy("Which program reads?"),
        max_length=80,
        help_text=gettext_lazy(
            "A name by which you know the token again, such as “city’s report”."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("What may it read?"),
        choices=ReadPart.choices,
        initial=ReadPart.usual,
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("For how long?"), coerce=int, initial=READING_DAYS[1]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"].choices = [  # type: ignore[attr-defined]
            (days, ngettext("%(n)s day", "%(n)s days", days) % {"n": days}) for days in READING_DAYS
        ]

    @property
    def ticks(self) -> list[tuple[forms.boundfield.BoundWidget, ReadPart]]:
        """The boxes to tick, each with what it opens."""
        return [(box, ReadPart(box.data["value"])) for box in self["parts"]]


class JoinForm(GuardedForm):
    """The name of somebody who has no account yet."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=120,
        help_text=gettext_lazy("The others see this name."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
