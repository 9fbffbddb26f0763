"""The only place that bends allauth's own sign-in: a code sent to the mailbox, and passkeys."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from solmu.passes.access import client_address
from solmu.people.actions import note_sign_in, send_letter


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Own letters, no passing messages, no stage but the code."""

    def get_login_stages(self) -> list[str]:
        """A code proves the mailbox, so nothing else has to be verified."""
        return ["allauth.account.stages.LoginByCodeStage"]

    def is_open_for_signup(self, request: Any) -> bool:
        """Nobody makes an account for themselves: people are invited."""
        del request
        return False

    def login(self, request: Any, user: Any) -> None:
        """Sign in, and note when."""
        super().login(request, user)
        note_sign_in(request.session, at=timezone.now())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send one of Solmu's own letters, as plain text."""
        send_letter(
            f"people/letters/{template_prefix.rsplit('/', 1)[-1]}",
            to=email,
            language=get_language() or settings.LANGUAGE_CODE,
            words={
                "code": context.get("code", ""),
                "minutes": settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60,
            },
        )

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing in passing: the pages themselves say what happened."""

    def get_client_ip(self, request: Any) -> str:
        """Count by the address that passes count by."""
        return client_address(request)


class PasskeyAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Names Solmu, not the machine, to whoever is asked for a passkey."""

    def _get_site_name(self) -> str:
        return settings.SITE_NAME
