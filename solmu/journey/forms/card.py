"""The only place that checks what people write to a question of the card, and what an end says of a tie."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.http import QueryDict  # noqa: TID251 - what a form is given
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from solmu.journey.actions import Answer
from solmu.journey.models import CardAnswer, Channel, EndWords, Question
from solmu.journey.queries.card import Asked
from solmu.journey.rules import own_channels
from solmu.ledger.forms import GuardedForm
from solmu.networks.rules import listed

LONGEST_CHANNEL = 60
MOST_CHANNELS = 20


def words(
    label: Any, *, rows: int = 4, longest: int = 2000, required: bool = False
) -> forms.CharField:
    """Make a field for free text; the browser warns of a phone number or an address in it."""
    attrs = {"rows": rows, "data-guard": ""}
    return forms.CharField(
        label=label, required=required, max_length=longest, widget=forms.Textarea(attrs=attrs)
    )


class WrittenForm(GuardedForm):
    """Words that replace others: the form keeps which ones its writer saw."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def began_from(self) -> int | None:
        """The saving that the writer saw; none when nothing was written yet."""
        seen: int | None = self.cleaned_data["seen"]
        return seen

    def tell_written_since(self, now: CardAnswer | EndWords | None, field: str) -> None:
        """Say that somebody else has saved; the next press replaces what they wrote, now that it was seen."""
        data = cast("QueryDict", self.data).copy()
        data["seen"] = str(now.pk) if now else ""
        self.data = data
        self.add_error(field, forms.ValidationError(_("Just changed. Choose which stays.")))


class AnswerForm(WrittenForm):
    """The answer to one question of the card."""

    channels = forms.MultipleChoiceField(
        label=_("Ways and channels"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(value, capfirst(label)) for value, label in Channel.choices],
    )
    own = forms.CharField(
        label=_("Other ways, parted by commas"),
        required=False,
        max_length=400,
        widget=forms.TextInput(attrs={"data-guard": "", "autocomplete": "off"}),
    )
    text = words(_("In your own words"))

    def __init__(self, data: QueryDict | None, *, asked: Asked) -> None:
        marks = asked.latest.channels if asked.latest else []
        begin = {
            "text": asked.text,
            "seen": asked.latest.pk if asked.latest else None,
            "channels": [mark for mark in marks if mark in Channel.values],
            "own": ", ".join(own_channels(marks)),
        }
        super().__init__(data, initial=begin)
        if asked.key != Question.CHANNELS:
            del self.fields["channels"], self.fields["own"]
            self.fields["text"].label = asked.label

    def clean_own(self) -> list[str]:
        """Part the network's own channels."""
        named = listed(self.cleaned_data["own"])
        long = [one for one in named if len(one) > LONGEST_CHANNEL]
        if long or len(named) > MOST_CHANNELS:
            raise forms.ValidationError(_("Keep each way short, and name at most twenty."))
        return named

    @property
    def answer(self) -> Answer:
        """What was written."""
        said = self.cleaned_data
        return Answer(said["text"].strip(), (*said.get("channels", ()), *said.get("own", ())))


class EndWordsForm(WrittenForm):
    """What one end says of its tie."""

    works = words(_("What works in this tie?"))
    better = words(_("What would make it work better?"))

    def __init__(self, data: QueryDict | None, *, said: EndWords | None) -> None:
        begin = {
            "works": said.works if said else "",
            "better": said.better if said else "",
            "seen": said.pk if said else None,
        }
        super().__init__(data, initial=begin)
