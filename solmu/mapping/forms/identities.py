"""The only place that checks which actors are the same one, and which mentions mean another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from solmu.ledger.forms import GuardedForm
from solmu.mapping.forms.ties import find_actor, name_of_actor
from solmu.networks.models import Network
from solmu.registry.models import Actor, Mention


def _why() -> forms.CharField:
    return forms.CharField(
        label=_("Why?"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"data-guard": ""}),
        help_text=_("One sentence is enough. It is kept beside the decision."),
    )


class OtherForm(forms.Form):
    """Which actor may be the same as this one."""

    other = name_of_actor(_("Which actor is the same?"))

    def __init__(self, network: Network, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.network = network

    def clean_other(self) -> Actor:
        return find_actor(self.network, self.cleaned_data["other"])


class MergeForm(GuardedForm):
    """Which of two actors' names stays, and why they are one."""

    kept = forms.ChoiceField(label=_("Which name stays?"), widget=forms.RadioSelect)
    why = _why()

    def __init__(self, one: Actor, other: Actor, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"kept": one.ref})
        self.pair = (one, other)
        kept = cast("forms.ChoiceField", self.fields["kept"])
        kept.choices = [(actor.ref, actor.label) for actor in self.pair]

    @property
    def order(self) -> tuple[Actor, Actor]:
        """The valid form's actors, the one that stays first."""
        one, other = self.pair
        return (one, other) if self.cleaned_data["kept"] == one.ref else (other, one)


class SplitForm(GuardedForm):
    """Which mentions of an actor mean somebody else, and why."""

    mentions = forms.MultipleChoiceField(
        label=_("Which mean another actor?"), widget=forms.CheckboxSelectMultiple
    )
    why = _why()

    def __init__(self, mentions: Iterable[Mention], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.standing = {str(mention.pk): mention for mention in mentions}
        chosen = cast("forms.MultipleChoiceField", self.fields["mentions"])
        chosen.choices = [(pk, mention.name) for pk, mention in self.standing.items()]

    def clean_mentions(self) -> list[Mention]:
        chosen = self.cleaned_data["mentions"]
        if len(chosen) == len(self.standing):
            raise forms.ValidationError(_("Leave at least one mention to the first actor."))
        return [self.standing[pk] for pk in chosen]
