"""The only place that checks what a path is asked for, what is reported of it, and what is answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from solmu.analysis.levels import LevelGraph, Node
from solmu.analysis.rules.ages import AGE_GROUPS
from solmu.findings.actions import Met
from solmu.findings.models import DeadEnd
from solmu.findings.queries.needs import Need, need_choices
from solmu.findings.queries.path import Question, usual_start
from solmu.findings.queries.path_words import AGES
from solmu.journey.forms.card import words
from solmu.ledger.forms import GuardedForm
from solmu.lib.alphabet import in_order
from solmu.networks.models import Area
from solmu.registry.models import Actor

_CHOOSE: tuple[str, Any] = ("", pgettext_lazy("from a list", "Choose"))


class PathForm(forms.Form):
    """What is needed, where, and from where on: each chosen from a list, so that nobody tells of a client."""

    need = forms.ChoiceField(label=_("What is needed?"))
    place = forms.ChoiceField(label=_("In which municipality?"))
    start = forms.ChoiceField(label=_("Where is the young person now?"))
    ages = forms.ChoiceField(
        label=_("Age"), required=False, choices=[(code, AGES[code]) for code in ("", *AGE_GROUPS)]
    )

    def __init__(
        self, graph: LevelGraph, towns: list[Area], data: Mapping[str, Any] | None = None
    ) -> None:
        usual = usual_start(graph)
        begin = {"start": usual.ref if usual else ""}
        if len(towns) == 1:
            begin["place"] = str(towns[0].pk)
        super().__init__(data, initial=begin)
        self._towns = {str(town.pk): town for town in towns}
        self._nodes = {
            node.ref: node for node in sorted(graph.nodes, key=lambda one: in_order(one.label))
        }
        self._choices("need", need_choices())
        self._choices("place", [(key, town.name) for key, town in self._towns.items()])
        self._choices("start", [(ref, node.label) for ref, node in self._nodes.items()])
        if not towns:
            del self.fields["place"]

    def _choices(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = [_CHOOSE, *choices]  # type: ignore[attr-defined]  # a choice field
        self.fields[name].error_messages["invalid_choice"] = _("Choose from the list.")

    @property
    def question(self) -> Question:
        """What was asked."""
        asked = self.cleaned_data
        start: Node = self._nodes[asked["start"]]
        return Question(
            need=Need(asked["need"]),
            place=self._towns.get(asked.get("place", "")),
            start=start,
            ages=asked["ages"],
        )


class ReportForm(GuardedForm):
    """A dead end that somebody met: what the answer knew of it, and a few words if one likes."""

    kind = forms.ChoiceField(choices=DeadEnd.Kind.choices, widget=forms.HiddenInput)
    need = forms.ChoiceField(widget=forms.HiddenInput)
    place = forms.ChoiceField(required=False, widget=forms.HiddenInput)
    start = forms.ChoiceField(required=False, widget=forms.HiddenInput)
    actor = forms.ChoiceField(required=False, widget=forms.HiddenInput)
    note = words(_("What happened? In a few words."), rows=2, longest=500)

    def __init__(self, actors: Iterable[Actor], towns: list[Area], data: Mapping[str, Any]) -> None:
        super().__init__(data, auto_id="report_%s")
        self._actors = {actor.ref: actor for actor in actors}
        self._towns = {str(town.pk): town for town in towns}
        listed = [choice for _part, group in need_choices() for choice in group]
        for name, choices in (
            ("need", listed),
            ("place", [("", ""), *((key, key) for key in self._towns)]),
            ("start", [("", ""), *((ref, ref) for ref in self._actors)]),
            ("actor", [("", ""), *((ref, ref) for ref in self._actors)]),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field

    @property
    def met(self) -> Met:
        """What is reported."""
        said = self.cleaned_data
        return Met(
            kind=said["kind"],
            need=said["need"],
            place=self._towns.get(said["place"]),
            start=self._actors.get(said["start"]),
            actor=self._actors.get(said["actor"]),
            note=said["note"].strip(),
        )


class DeadEndForm(GuardedForm):
    """How far the network has got with a dead end."""

    state = forms.ChoiceField(
        label=_("How far has it got?"), choices=DeadEnd.State.choices, widget=forms.RadioSelect
    )
    answer = words(_("What has been done, or why not?"), rows=2, longest=500)

    def __init__(self, dead_end: DeadEnd, data: Mapping[str, Any] | None = None) -> None:
        begin = {"state": dead_end.state, "answer": dead_end.answer}
        super().__init__(data, initial=begin, auto_id=f"{dead_end.ref}_%s")

    def clean(self) -> dict[str, Any]:
        """A no comes with its reason."""
        cleaned = super().clean()
        if cleaned.get("state") == DeadEnd.State.NOT_HERE and not cleaned.get("answer"):
            self.add_error("answer", forms.ValidationError(_("Write why not.")))
        return cleaned
