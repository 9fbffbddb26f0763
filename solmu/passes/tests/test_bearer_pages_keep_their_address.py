from __future__ import annotations

import logging

from django.http import HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from solmu.passes.access import behind_link, client_address, is_at_this_machine
from solmu.passes.rules import MaskTokens, new_token


def test_a_page_behind_a_link_is_not_passed_on_kept_or_found() -> None:
    response = behind_link(lambda request: HttpResponse("ok"))(RequestFactory().get("/"))
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Cache-Control"] == "private, no-store"


def test_a_log_line_never_shows_a_token() -> None:
    token = new_token()
    try:
        raise LookupError(token)
    except LookupError as error:
        exc_info = (type(error), error, error.__traceback__)
    record = logging.LogRecord(
        "django.request", 30, "", 0, "Not Found: %s", (f"/join/{token}/",), exc_info
    )
    assert MaskTokens().filter(record)
    written = logging.Formatter().format(record)
    assert token not in written
    assert "Not Found: /join/slm_…/" in written
    assert "LookupError: slm_…" in written


def test_an_address_is_believed_only_from_a_vouched_proxy(settings: Settings) -> None:
    request = RequestFactory().get(
        "/", REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": "6.6.6.6, 2001:db8:1:2:3::4"}
    )
    settings.TRUSTED_PROXIES = 0
    assert client_address(request) == "10.0.0.1"
    settings.TRUSTED_PROXIES = 1
    assert client_address(request) == "2001:db8:1:2::/64"


def test_nobody_behind_an_unvouched_proxy_sits_at_this_machine(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = 0
    ask = RequestFactory().get
    assert is_at_this_machine(ask("/", REMOTE_ADDR="127.0.0.1"))
    assert is_at_this_machine(ask("/", REMOTE_ADDR="::1"))
    assert not is_at_this_machine(ask("/", REMOTE_ADDR="192.0.2.7"))
    forwarded = {"x-forwarded-for": "127.0.0.1"}
    assert not is_at_this_machine(ask("/", REMOTE_ADDR="127.0.0.1", headers=forwarded))
    settings.TRUSTED_PROXIES = 1
    assert not is_at_this_machine(
        ask("/", REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": "192.0.2.7"})
    )
