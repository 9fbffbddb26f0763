"""The only place that reads from an address what a table or the grid is narrowed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from solmu.mapping.queries.tables import ActorFilters, TieFilters
from solmu.registry.models import ActorKind, Sector, content_label

Choices = Iterable[tuple[Any, str | Promise]]
ROWS = 50
MOST_ROWS = 100_000

LEVELS: Choices = (
    ("organisation", pgettext_lazy("level", "organisations")),
    ("unit", pgettext_lazy("level", "units")),
    ("person", pgettext_lazy("level", "people")),
)
TIE_SORTS: Mapping[str, str | Promise] = {
    "-often": _("most often first"),
    "often": _("least often first"),
    "from": _("by name"),
    "-from": _("by name, last first"),
    "to": _("by the other end"),
    "-to": _("by the other end, last first"),
    "what": _("by content"),
    "-what": _("by content, last first"),
    "-said": _("most agreed first"),
    "said": _("least agreed first"),
    "-confirmed": _("latest confirmed first"),
    "confirmed": _("longest unconfirmed first"),
}
ACTOR_SORTS: Mapping[str, str | Promise] = {
    "-ties": _("most ties first"),
    "ties": _("fewest ties first"),
    "name": _("by name"),
    "-name": _("by name, last first"),
    "kind": _("by kind"),
    "-kind": _("by kind, last first"),
    "parent": _("by home organisation"),
    "-parent": _("by home organisation, last first"),
    "place": _("by municipality"),
    "-place": _("by municipality, last first"),
    "services": _("by services"),
    "-services": _("by services, last first"),
    "-confirmed": _("latest confirmed first"),
    "confirmed": _("longest unconfirmed first"),
}


class _TableFilters(forms.Form):
    """Narrowing by an address: what is not understood counts as not asked."""

    q = forms.CharField(
        label=_("Search the table"),
        required=False,
        max_length=100,
        widget=forms.SearchInput(attrs={"placeholder": _("Search by name")}),
    )
    sector = forms.ChoiceField(
        label=_("Sector"),
        required=False,
        choices=[("", pgettext_lazy("sector", "all")), *Sector.choices],
    )
    sort = forms.ChoiceField(label=_("Order"), required=False)
    shown = forms.IntegerField(required=False, min_value=ROWS, max_value=MOST_ROWS)

    def __init__(self, asked: Mapping[str, Any], **choices: Choices) -> None:
        # Not Django's own ids: a form opened under a row has fields of the same names.
        super().__init__(asked, auto_id="narrow-%s")
        for name, options in choices.items():
            cast("forms.ChoiceField", self.fields[name]).choices = list(options)
        self.is_valid()

    def chosen(self, **names: str) -> dict[str, Any]:
        """Return what was asked under the names that a query knows; the rest is left out."""
        values = {name: self.cleaned_data.get(field) for name, field in names.items()}
        return {name: value for name, value in values.items() if value not in (None, "")}

    @property
    def rows(self) -> int:
        """How many rows are shown so far."""
        return self.cleaned_data.get("shown") or ROWS


class TieFilterForm(_TableFilters):
    """How the table of ties is narrowed."""

    content = forms.ChoiceField(label=_("Content"), required=False)
    frequency = forms.TypedChoiceField(
        label=_("How often"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[
            ("", pgettext_lazy("how often", "all")),
            (4, pgettext_lazy("filter", "daily")),
            (3, _("at least weekly")),
            (2, _("at least monthly")),
        ],
    )
    level = forms.ChoiceField(label=_("Level"), required=False, choices=LEVELS)
    wished = forms.BooleanField(label=_("With wished ties"), required=False)

    def __init__(self, asked: Mapping[str, Any], contents: Iterable[str]) -> None:
        # A box that is not ticked is not in the address: the hidden ``narrowed`` tells the two apart.
        first_visit = {} if "narrowed" in asked else {"wished": "on"}
        said = ((content, capfirst(content_label(content))) for content in contents)
        super().__init__(
            {**asked, **first_visit},
            content=[("", pgettext_lazy("content", "all")), *said],
            sort=TIE_SORTS.items(),
        )

    @property
    def filters(self) -> TieFilters:
        """What was asked."""
        asked = self.chosen(
            text="q",
            sector="sector",
            content="content",
            often="frequency",
            level="level",
            sort="sort",
        )
        return TieFilters(**asked, wished=bool(self.cleaned_data.get("wished")))

    @property
    def narrowed(self) -> bool:
        """Whether something is left out, the level apart."""
        asked = self.filters
        return bool(asked.text or asked.sector or asked.content or asked.often or not asked.wished)


class ActorFilterForm(_TableFilters):
    """How the table of actors is narrowed."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("actor", "Kind"),
        required=False,
        choices=[("", pgettext_lazy("kind", "all")), *ActorKind.choices],
    )
    place = forms.ChoiceField(label=_("Municipality"), required=False)
    stale = forms.BooleanField(label=_("Only outdated contacts"), required=False)

    def __init__(self, asked: Mapping[str, Any], places: Iterable[str]) -> None:
        super().__init__(
            asked,
            place=[("", pgettext_lazy("municipality", "all")), *((one, one) for one in places)],
            sort=ACTOR_SORTS.items(),
        )

    @property
    def filters(self) -> ActorFilters:
        """What was asked."""
        asked = self.chosen(text="q", sector="sector", kind="kind", place="place", sort="sort")
        return ActorFilters(**asked, stale=bool(self.cleaned_data.get("stale")))

    @property
    def narrowed(self) -> bool:
        """Whether something is left out."""
        asked = self.filters
        return bool(asked.text or asked.sector or asked.kind or asked.place or asked.stale)


class GridFilterForm(forms.Form):
    """Which actors stand on the grid's two sides, and which one is gone through by itself."""

    who = forms.ChoiceField(
        label=_("Who"),
        required=False,
        choices=(
            ("organisation", pgettext_lazy("level", "organisations")),
            ("unit", _("organisations and units")),
            ("person", _("people too")),
        ),
    )
    rows = forms.ChoiceField(label=_("Rows"), required=False)
    columns = forms.ChoiceField(label=_("Columns"), required=False)
    actor = forms.SlugField(required=False, max_length=12)

    def __init__(self, asked: Mapping[str, Any]) -> None:
        # Not Django's own ids: a form opened under a row has fields of the same names.
        super().__init__(asked, auto_id="narrow-%s")
        sectors = [("", pgettext_lazy("sector", "all")), *Sector.choices]
        for name in ("rows", "columns"):
            cast("forms.ChoiceField", self.fields[name]).choices = sectors
        self.is_valid()

    @property
    def narrowed(self) -> bool:
        """Whether the grid holds something else than it does at first."""
        return any(self.asked(name) for name in ("who", "rows", "columns"))

    def asked(self, name: str) -> str:
        """Return what was asked, or nothing."""
        return str(self.cleaned_data.get(name) or "")
