"""The only place that checks what is said of a network's capacity, and of structures that want renewing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from solmu.findings.actions import RenewalWords
from solmu.findings.models import CapacityEntry, Renewal
from solmu.findings.rules.capacity import SQUARES, Cell, Square
from solmu.journey.forms.aims import day
from solmu.journey.forms.card import words
from solmu.ledger.forms import GuardedForm
from solmu.lib.alphabet import in_order
from solmu.networks.models import Network
from solmu.registry.models import Actor, ActorKind
from solmu.registry.queries import present_actors

_LEVELS = [("", pgettext_lazy("how much", "no level")), *CapacityEntry.Level.choices]
ASKS: dict[Square, Any] = {
    ("knowledge", "individual"): _("What does each of us know that young people’s services need?"),
    ("knowledge", "collective"): _("What do we know only together?"),
    ("skill", "individual"): _("What can each of us do in practice?"),
    ("skill", "collective"): _("What can we do together that none of us can alone?"),
    ("motivation", "individual"): _("What makes each of us want to be in this?"),
    ("motivation", "collective"): _("What do we want together, and does it carry?"),
}


class CapacityForm(GuardedForm):
    """The six squares on one day; whatever nobody can say is left empty."""

    assessed_on = day(pgettext_lazy("capacity", "Day"))

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        today: date,
        on: date | None,
        cells: Mapping[Square, Cell],
        taken: list[date],
    ) -> None:
        begin: dict[str, Any] = {"assessed_on": on or today}
        for square in SQUARES:
            cell = cells.get(square, Cell())
            begin[f"level_{'_'.join(square)}"] = cell.level
            begin[f"words_{'_'.join(square)}"] = cell.words
        super().__init__(data, initial=begin)
        self._today, self._on, self._taken = today, on, taken
        for square in SQUARES:
            name = "_".join(square)
            self.fields[f"level_{name}"] = forms.TypedChoiceField(
                label=_("How much?"), required=False, coerce=int, empty_value=None, choices=_LEVELS
            )
            self.fields[f"words_{name}"] = words(ASKS[square], rows=3, longest=1000)

    @property
    def squares(self) -> list[tuple[str, list[tuple[str, Any, Any]]]]:
        """The fields as they are laid out: by aspect, each with its two squares."""
        laid: dict[str, list[tuple[str, Any, Any]]] = {}
        for aspect, reach in SQUARES:
            name = f"{aspect}_{reach}"
            heading = str(CapacityEntry.Aspect(aspect).label)
            fields = (
                str(CapacityEntry.Reach(reach).label),
                self[f"level_{name}"],
                self[f"words_{name}"],
            )
            laid.setdefault(heading, []).append(fields)
        return list(laid.items())  # fmt: skip

    @property
    def cells(self) -> dict[Square, Cell]:
        """What was said, square by square."""
        said = self.cleaned_data
        return {
            (aspect, reach): Cell(
                said[f"level_{aspect}_{reach}"], said[f"words_{aspect}_{reach}"].strip()
            )
            for aspect, reach in SQUARES
        }

    def clean_assessed_on(self) -> date:
        """A day has one assessment, and it has come."""
        chosen: date = self.cleaned_data["assessed_on"]
        if chosen > self._today:
            raise forms.ValidationError(_("Choose a day that has come."))
        if chosen != self._on and chosen in self._taken:
            raise forms.ValidationError(
                _("This day has been assessed already. Open it from the page of capacity.")
            )
        return chosen

    def clean(self) -> dict[str, Any]:
        """Something is said, when the day is new."""
        cleaned = super().clean()
        named = [name for name in cleaned if name.startswith(("level_", "words_"))]
        if self._on is None and all(cleaned[name] in (None, "") for name in named):
            raise forms.ValidationError(_("Say something of at least one square."))
        return cleaned


class RenewalForm(GuardedForm):
    """A need to renew a structure, and the organisation that it is put to."""

    text = words(_("What wants renewing?"), rows=3, longest=1000, required=True)
    owner = forms.ChoiceField(label=_("Which organisation answers?"))
    answer_by = day(_("Answer hoped for by"))

    def __init__(self, network: Network, data: Mapping[str, Any] | None, *, today: date) -> None:
        super().__init__(data)
        self._today = today
        self.fields["text"].help_text = _("A structure, a rule or a habit that holds growth back.")
        organisations = present_actors(network).filter(kind=ActorKind.ORGANISATION)
        self._owners: dict[str, Actor] = {
            one.ref: one for one in sorted(organisations, key=lambda one: in_order(one.label))
        }
        choices = [("", _("Choose")), *((ref, one.label) for ref, one in self._owners.items())]
        self.fields["owner"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def clean_answer_by(self) -> date:
        """An answer takes its time."""
        chosen: date = self.cleaned_data["answer_by"]
        if chosen <= self._today:
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return chosen

    @property
    def words(self) -> RenewalWords:
        """What was written."""
        said = self.cleaned_data
        owner = self._owners[said["owner"]]
        return RenewalWords(text=said["text"], owner=owner, answer_by=said["answer_by"])


class RenewalAnswerForm(GuardedForm):
    """What the organisation answers."""

    state = forms.ChoiceField(
        label=_("What is the answer?"),
        choices=[one for one in Renewal.State.choices if one[0] != Renewal.State.ASKED],
        widget=forms.RadioSelect,
    )
    answer = words(_("In your own words"), rows=4, longest=1000, required=True)

    def __init__(self, renewal: Renewal, data: Mapping[str, Any] | None) -> None:
        super().__init__(data, initial={"state": renewal.state, "answer": renewal.answer})
