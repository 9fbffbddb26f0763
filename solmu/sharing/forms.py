"""The only place for the forms of a shared map: what it shows, and what in it is no person's name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from solmu.networks.models import Network
from solmu.sharing.actions import LASTS, ShareWords, last_day
from solmu.sharing.models import Share
from solmu.sharing.rules.stripping import FIELDS, USUAL_FIELDS, Flag

FIELD_LABELS: dict[str, str | Promise] = {
    "sector": gettext_lazy("Sectors, as colours and shapes"),
    "municipality": gettext_lazy("Municipality"),
    "services": gettext_lazy("Services, as they were written"),
    "contents": gettext_lazy("What passes along the ties"),
    "frequency": gettext_lazy("How often"),
    "wished": gettext_lazy("Wished and possible ties"),
    "people_ties": gettext_lazy("Ties that only people carry, as ties of their organisations"),
}


class ShareForm(forms.Form):
    """What strangers will see, and until when."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=80,
        help_text=gettext_lazy("Strangers read it over the map."),
        widget=forms.TextInput(attrs={"data-guard": "", "autocomplete": "off"}),
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Level"), choices=Share.Level.choices, widget=forms.RadioSelect
    )
    fields_shown = forms.MultipleChoiceField(
        label=gettext_lazy("What else is shown?"),
        help_text=gettext_lazy("Names of actors and who has a tie with whom are always shown."),
        choices=[(name, FIELD_LABELS[name]) for name in FIELDS],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    until = forms.DateField(
        label=gettext_lazy("Open until"),
        help_text=gettext_lazy("At most a year. You can close the link any day before."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(
        self, *args: Any, network: Network, at: datetime, share: Share | None = None, **kwargs: Any
    ) -> None:
        self._today, self._last = timezone.localdate(at), last_day(at)
        initial = {
            "title": share.title if share else network.name[:80],
            "level": share.level if share else Share.Level.ORGANISATION,
            "fields_shown": share.fields if share else USUAL_FIELDS,
            "until": share.until if share else self._today + LASTS,
        }
        super().__init__(*args, **{**kwargs, "initial": initial})
        limits = {"min": f"{self._today + timedelta(days=1)}", "max": f"{self._last}"}
        self.fields["until"].widget.attrs.update(limits)

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until <= self._today:
            raise forms.ValidationError(_("That day has passed. Choose a later one."))
        if until > self._last:
            raise forms.ValidationError(_("At most a year from now. Choose an earlier day."))
        return until

    @property
    def words(self) -> ShareWords:
        """What was said, as the actions take it."""
        said = self.cleaned_data
        return ShareWords(
            title=said["title"],
            level=said["level"],
            fields=tuple(name for name in FIELDS if name in said["fields_shown"]),
            until=said["until"],
        )


class TextsForm(forms.Form):
    """Which of the texts that look like a person's are none, and which actors stay out."""

    confirmed = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    left_out = forms.MultipleChoiceField(
        label=gettext_lazy("Leave out of the share"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, flags: Sequence[Flag], actors: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["confirmed"].choices = [(flag.key, flag.text) for flag in flags]  # type: ignore[attr-defined]
        self.fields["left_out"].choices = actors  # type: ignore[attr-defined]
