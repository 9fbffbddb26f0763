"""The only place that checks what people write of a tie: three questions, and the rest folded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from solmu.ledger.forms import GuardedForm
from solmu.lib.identity_codes import holds_identity_code
from solmu.mapping.queries.choices import UnknownActor, actor_choices, choice_named
from solmu.networks.models import Network
from solmu.registry.actions.ties import TieWords
from solmu.registry.models import Actor, Claim, Content

LONGEST_CONTENT = 60
NEARNESS = (
    ("", _("not told")),
    (4, _("very close")),
    (3, _("close")),
    (2, _("rather distant")),
    (1, _("distant")),
)
STATUSES = (
    (Claim.Status.EXISTING.value, pgettext_lazy("a tie", "exists now")),
    (Claim.Status.WISHED.value, pgettext_lazy("a tie", "is wished for")),
    (Claim.Status.POSSIBLE.value, pgettext_lazy("a tie", "is possible")),
)


def name_of_actor(label: Any) -> forms.CharField:
    """Make a field in which an actor is chosen by typing its name; the page brings the list."""
    attrs = {"list": "actors-of-map", "autocomplete": "off", "placeholder": _("Type a name")}
    return forms.CharField(label=label, max_length=220, widget=forms.TextInput(attrs=attrs))


def find_actor(network: Network, text: str) -> Actor:
    """Return the actor that was named, or raise a ``ValidationError`` that says which are near."""
    try:
        return Actor.objects.get(pk=choice_named(network, text, actor_choices(network)).pk)
    except UnknownActor as unknown:
        near = ", ".join(one.said for one in unknown.alike)
        if near:
            words = gettext("Unknown actor. Did you mean: %(near)s?") % {"near": near}
        else:
            words = gettext("Unknown actor. Add it first.")
        raise ValidationError(words, "unknown") from unknown


class TieForm(GuardedForm):
    """What one says of the tie of two actors; an end that is known already is not asked."""

    one = name_of_actor(_("Whose tie?"))
    other = name_of_actor(_("To whom?"))
    direction = forms.ChoiceField(label=_("Who contacts whom?"), initial="both")
    contents = forms.MultipleChoiceField(
        label=_("What passes?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(value, capfirst(label)) for value, label in Content.choices],
    )
    own_content = forms.CharField(
        label=_("Something else, in your own words"),
        required=False,
        max_length=200,
        widget=forms.TextInput(
            attrs={"data-guard": "", "placeholder": _("Something else, parted by commas")}
        ),
    )
    frequency = forms.TypedChoiceField(
        label=_("How often?"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("not told")), *reversed(Claim.Frequency.choices)],
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "data-guard": ""}),
    )
    means = forms.CharField(
        label=_("By what means?"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"data-guard": ""}),
        help_text=_("For example a call, a joint reception, a meeting."),
    )
    closeness = forms.TypedChoiceField(
        label=_("How close?"), required=False, coerce=int, empty_value=None, choices=NEARNESS
    )
    status = forms.ChoiceField(label=_("This tie"), choices=STATUSES, initial="existing")
    valid_from = forms.DateField(
        label=_("Holds from"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )  # fmt: skip
    valid_to = forms.DateField(
        label=_("Holds until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )  # fmt: skip

    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    FOLDED = ("note", "means", "closeness", "status", "valid_from", "valid_to")

    def __init__(
        self,
        network: Network,
        data: Mapping[str, Any] | None = None,
        *,
        one: Actor | None = None,
        other: Actor | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=_as_asked(initial or {}))
        self.network, self.known = network, {"one": one, "other": other}
        for name, actor in self.known.items():
            if actor is not None:
                del self.fields[name]
        self.fields["direction"].choices = _directions(one, other)  # type: ignore[attr-defined]

    def clean_one(self) -> Actor:
        return find_actor(self.network, self.cleaned_data["one"])

    def clean_other(self) -> Actor:
        return find_actor(self.network, self.cleaned_data["other"])

    def clean_own_content(self) -> list[str]:
        if holds_identity_code(self.cleaned_data["own_content"]):
            raise ValidationError(_("An identity code, not saved. Remove it."), "identity")
        words = [word.strip() for word in self.cleaned_data["own_content"].split(",")]
        if any(len(word) > LONGEST_CONTENT for word in words):
            raise ValidationError(_("Say it in at most 60 letters; tell the rest in the note."))
        return [word for word in words if word]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        one, other = self.ends(cleaned)
        if one is not None and one == other:
            self.add_error("other", _("A tie to itself. Choose another."))
        begins, ends = cleaned.get("valid_from"), cleaned.get("valid_to")
        if begins and ends and ends < begins:
            self.add_error("valid_to", _("Ends before it starts. Correct."))
        return cleaned

    def ends(self, cleaned: Mapping[str, Any] | None = None) -> tuple[Actor | None, Actor | None]:
        """Return the two actors, as far as they are known."""
        said = self.cleaned_data if cleaned is None else cleaned
        return self.known["one"] or said.get("one"), self.known["other"] or said.get("other")

    @property
    def pair(self) -> tuple[Actor, Actor]:
        """The valid form's actors, the one in contact first."""
        one, other = cast("tuple[Actor, Actor]", self.ends())
        return (other, one) if self.cleaned_data["direction"] == "back" else (one, other)

    @property
    def words(self) -> TieWords:
        """What the valid form says."""
        said = self.cleaned_data
        both = said["direction"] == "both"
        return TieWords(
            direction=Claim.Direction.BOTH if both else Claim.Direction.FORWARD,
            contents=tuple(dict.fromkeys([*said["contents"], *said["own_content"]])),
            **{name: said[name] for name in ("frequency", *self.FOLDED)},
        )

    @property
    def folded(self) -> list[forms.BoundField]:
        """The fields that there is seldom a reason to fill in."""
        return [self[name] for name in self.FOLDED]

    @property
    def opens(self) -> bool:
        """Whether the folded fields hold something to see: a fault, or what was said before."""
        said = {name: self.initial.get(name) for name in self.FOLDED}
        said["status"] = said["status"] != Claim.Status.EXISTING and said["status"]
        return any(self.errors.get(name) or said[name] for name in self.FOLDED)


def _directions(one: Actor | None, other: Actor | None) -> list[tuple[str, str]]:
    a = one.label if one else gettext("the first")
    b = other.label if other else gettext("the other")
    return [("forward", f"{a} → {b}"), ("back", f"{b} → {a}"), ("both", f"{a} ↔ {b}")]


def _as_asked(said: Mapping[str, Any]) -> dict[str, Any]:
    """Part the contents into boxes to tick and own words."""
    contents = said.get("contents", [])
    own = [content for content in contents if content not in Content.values]
    return {
        **said,
        "contents": [content for content in contents if content in Content.values],
        "own_content": ", ".join(own),
    }
