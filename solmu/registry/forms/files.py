"""The only place for what people fill in to bring something to the map, or take it out as a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from solmu.formats import FILE_ENDINGS, FORMATS
from solmu.formats.dataset import Dataset, Problem
from solmu.formats.limits import MAX_FILE_BYTES, megabytes
from solmu.formats.problems import EMPTY_FILE, FILE_TOO_LARGE
from solmu.ledger.forms import GuardedForm
from solmu.lib.alphabet import in_order
from solmu.networks.models import Area, Network
from solmu.networks.rules import listed
from solmu.registry.forms.wording import in_full
from solmu.registry.queries.usual import Region, Usual, chosen, usual_actors
from solmu.registry.rules.pasting import MOST_NAMES, names_of

LIMIT = min(settings.UPLOAD_LIMIT, MAX_FILE_BYTES)
MOST_TOWNS = 30
ENDINGS = ",".join(f".{ending}" for ending in FILE_ENDINGS)


class FileForm(forms.Form):
    """One file, refused by its size before it is read."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,
        max_length=1000,
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
        error_messages={"required": gettext_lazy("No file chosen. Choose one.")},
    )

    def __init__(self, *args: Any, too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_large:  # so large that it was not even kept
            self.fields["file"].error_messages["required"] = _too_large()

    def clean_file(self) -> Any:
        """Refuse what is empty or too large, in the words of all other refusals."""
        file = self.cleaned_data["file"]
        size = file.size or 0
        if size > LIMIT:
            raise ValidationError(_too_large(), FILE_TOO_LARGE)
        if size == 0:
            raise ValidationError(in_full(Problem(code=EMPTY_FILE)), EMPTY_FILE)
        return file


def _too_large() -> str:
    return in_full(Problem(code=FILE_TOO_LARGE, limit=megabytes(LIMIT)))


class NamesForm(GuardedForm):
    """Names pasted from anywhere, one a line, or the recipients of a message."""

    names = forms.CharField(
        label=gettext_lazy("Names of actors, one a line"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("No names yet. Write at least one.")},
    )

    dataset: Dataset

    def clean_names(self) -> str:
        """Read the names; there must be some, and not too many."""
        text: str = self.cleaned_data["names"]
        self.dataset = names_of(text)
        if not self.dataset.actors:
            raise ValidationError(_("No names yet. Write at least one."), "required")
        if len(self.dataset.actors) >= MOST_NAMES:
            told = _("At most %(most)s names at a time. Bring the rest as a file.")
            raise ValidationError(told % {"most": MOST_NAMES - 1}, "too_many")
        return text


class TownsForm(GuardedForm):
    """Of which municipalities the usual actors are suggested."""

    towns = forms.MultipleChoiceField(
        label=gettext_lazy("Municipalities"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = forms.CharField(
        label=gettext_lazy("Other municipalities"),
        help_text=gettext_lazy("Separated by commas"),
        max_length=400,
        required=False,
    )

    def __init__(self, *args: Any, network: Network, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = list(network.areas.all()) + list(network.own_areas.all())
        names = {
            kind: list(dict.fromkeys(area.name for area in areas if area.kind == kind))
            for kind in Area.Kind
        }
        self.language = language
        towns = [area for area in areas if area.kind == Area.Kind.MUNICIPALITY]
        towns.sort(key=lambda area: in_order(area.name))
        self.known = {str(area.pk): area.name for area in towns}
        self.counties = names[Area.Kind.WELLBEING_COUNTY]
        self.employment_areas = names[Area.Kind.EMPLOYMENT_AREA]
        self.fields["towns"].choices = list(self.known.items())  # type: ignore[attr-defined]

    @property
    def chosen_towns(self) -> list[str]:
        """The ticked municipalities and the written ones; at first those that the network has."""
        if not self.is_bound:
            return list(self.known.values())
        ticked = (self.known[key] for key in self.cleaned_data.get("towns", []))
        written = listed(self.cleaned_data.get("others", ""))
        return list(dict.fromkeys((*ticked, *written)))[:MOST_TOWNS]

    def suggestions(self) -> list[Usual]:
        """Return what such a region usually has."""
        region = Region(
            towns=self.chosen_towns,
            counties=self.counties,
            employment_areas=self.employment_areas,
        )
        return usual_actors(region, language=self.language)

    def dataset(self, keys: Sequence[str]) -> Dataset:
        """Return the suggestions whose ticks were left."""
        return chosen(self.suggestions(), set(keys))


class ExportForm(forms.Form):
    """In which form the network is taken out, and how much of it."""

    format = forms.ChoiceField(
        label=gettext_lazy("File type"),
        choices=[(one.ending, one.name) for one in FORMATS.values() if one.write],
        widget=forms.RadioSelect,
        initial="xlsx",
    )
    contacts = forms.BooleanField(
        label=gettext_lazy("Contacts too"),
        help_text=gettext_lazy("Those that you see. Keep the file where you keep other contacts."),
        required=False,
    )
    wished = forms.BooleanField(
        label=pgettext_lazy("ties", "Wished and possible ties too"), required=False, initial=True
    )
