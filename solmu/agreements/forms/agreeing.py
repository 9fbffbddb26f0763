"""The only place that checks what people write of an agreed action, of how it goes, and of why it is let go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from solmu.agreements.actions import ActionWords
from solmu.agreements.models import AgreedAction
from solmu.agreements.queries.listing import possible_members, possible_owners
from solmu.ledger.forms import GuardedForm
from solmu.networks.models import Network


class AgreeForm(GuardedForm):
    """What is done, who sees to it, and by when."""

    what = forms.CharField(
        label=_("What is done?"),
        max_length=200,
        widget=forms.TextInput(attrs={"data-guard": "", "autocomplete": "off"}),
        help_text=_("One thing, so that everybody can see when it is done."),
    )
    owner = forms.ChoiceField(
        label=_("Which organisation sees to it?"),
        help_text=_("It does not do everything; it sees that it is done."),
    )
    member = forms.ChoiceField(label=_("Who in it?"), required=False)
    by_role = forms.CharField(
        label=_("Or by role, when the person is not a member here"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"data-guard": "", "autocomplete": "off"}),
        help_text=_("The role is enough, such as: study counsellor. Leave the name out."),
    )
    due_on = forms.DateField(
        label=pgettext_lazy("agreed action", "By which date?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )

    def __init__(
        self,
        network: Network,
        data: Mapping[str, Any] | None,
        *,
        action: AgreedAction | None = None,
        owner: str = "",
    ) -> None:
        begin: dict[str, Any] = {"owner": owner}
        if action is not None:
            begin = {name: getattr(action, name) for name in ("what", "by_role", "due_on")}
            begin["owner"] = action.owner.ref if action.owner else ""
            begin["member"] = str(action.member_id or "")
        super().__init__(data, initial=begin)
        self._owners = {one.ref: one for one in possible_owners(network)}
        self._members = {str(one.pk): one for one in possible_members(network)}
        if action is not None and action.member:  # who has left may still have promised it
            self._members.setdefault(str(action.member.pk), action.member)
        self._offer("owner", _("Choose"), {ref: one.label for ref, one in self._owners.items()})
        people = {pk: str(one.person) for pk, one in self._members.items()}
        self._offer("member", _("Agreed later"), people)

    def _offer(self, field: str, none: Any, choices: Mapping[str, str]) -> None:
        self.fields[field].choices = [("", none), *choices.items()]  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        """A member or a role: two would leave it open who does it."""
        cleaned = super().clean()
        if cleaned.get("member") and cleaned.get("by_role"):
            self.add_error(
                "by_role", forms.ValidationError(_("Choose a member or write a role, not both."))
            )
        return cleaned

    @property
    def words(self) -> ActionWords:
        """What was written."""
        said = self.cleaned_data
        return ActionWords(
            what=said["what"],
            owner=self._owners[said["owner"]],
            member=self._members.get(said["member"]),
            by_role=said["by_role"],
            due_on=said["due_on"],
        )


def _words(label: Any) -> forms.CharField:
    attrs = {"rows": 3, "data-guard": ""}
    return forms.CharField(label=label, max_length=1000, widget=forms.Textarea(attrs=attrs))


class FollowForm(GuardedForm):
    """How an action is going."""

    words = _words(_("How is it going?"))


class LetGoForm(GuardedForm):
    """Why an action is let go."""

    why = _words(_("Why is it let go?"))
