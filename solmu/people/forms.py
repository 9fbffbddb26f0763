"""The only place that checks what people write about themselves."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from solmu.ledger.forms import GuardedForm
from solmu.people.models import Person
from solmu.people.queries import person_with
from solmu.people.rules import tidy_email


class EmailForm(forms.Form):
    """Whose mailbox the code goes to."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True}),
    )

    def clean_email(self) -> str:
        email = tidy_email(self.cleaned_data["email"])
        self._user = person_with(email)  # allauth sends the code, or the regret, by this
        return email


class CodeForm(ConfirmLoginCodeForm):  # type: ignore[misc]
    """The code from the letter; spaces, dashes and small letters do no harm."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "autofocus": True,
                "class": "code-input",
            }
        ),
    )

    def clean_code(self) -> str:
        try:
            return super().clean_code()  # type: ignore[no-any-return]
        except forms.ValidationError as fault:
            raise forms.ValidationError(
                _("The code fails. Check it or ask for a new one.")
            ) from fault


class ProfileForm(GuardedForm):
    """What a person says of themselves."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=120,
        help_text=gettext_lazy("The others see this name."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=Person.Language.choices,
        help_text=gettext_lazy("Pages and e-mails come in this language."),
    )
    theme = forms.ChoiceField(label=gettext_lazy("Colours"), choices=Person.Theme.choices)


class ErasureForm(forms.Form):
    """Erasing is confirmed by typing one's own address."""

    email = forms.CharField(
        label=gettext_lazy("Your e-mail"),
        max_length=254,
        help_text=gettext_lazy("Type it to confirm."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "email"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._person = person

    def clean_email(self) -> str:
        email = tidy_email(self.cleaned_data["email"])
        if email != self._person.email:
            raise forms.ValidationError(_("This is not the address of your account."))
        return email
