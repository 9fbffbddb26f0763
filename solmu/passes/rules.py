"""The only place for pure decisions about bearer grants and about how many guesses are too many."""

from __future__ import annotations

import hashlib
import ipaddress
import logging
import math
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

# The mark makes a token known on sight, so that logs can cut it out wherever it turns up.
MARK = "slm_"
_BYTES = 24
_TOKEN = re.compile(re.escape(MARK) + r"[A-Za-z0-9_-]+")


def new_token() -> str:
    """Return a fresh secret of 192 bits that is safe in an address."""
    return MARK + secrets.token_urlsafe(_BYTES)


def digest(token: str) -> str:
    """Return what is kept instead of a token; a random secret needs no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


def masked(text: str) -> str:
    """Return ``text`` with every token cut out.

    >>> masked("Not Found: /join/slm_k3Jq-8_x/")
    'Not Found: /join/slm_…/'
    """
    return _TOKEN.sub(MARK + "…", text)


class MaskTokens(logging.Filter):
    """Cuts tokens out of a log line, its arguments and its extras before anything writes it."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = masked(record.getMessage())
        record.args = ()
        if record.exc_info and not record.exc_text:
            record.exc_text = masked(logging.Formatter().formatException(record.exc_info))
        return True


def fault_of(
    *, expires_at: datetime, revoked_at: datetime | None, uses_left: int | None, at: datetime
) -> str:
    """Tell why a grant no longer opens anything, or '' when it does."""
    if revoked_at is not None:
        return "revoked"
    if uses_left == 0:
        return "used"
    return "expired" if at >= expires_at else ""


@dataclass(frozen=True, slots=True)
class Limit:
    """How many failures, within how many seconds, make the next try wait."""

    name: str
    failures: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Window:
    """Where a moment lies in a row of equal windows of time."""

    number: int
    elapsed: float

    @classmethod
    def at(cls, at: datetime, seconds: int) -> Window:
        number, rest = divmod(at.timestamp(), seconds)
        return cls(int(number), rest / seconds)


def is_over(limit: Limit, *, previous: int, current: int, elapsed: float) -> bool:
    """Tell whether failures exceed ``limit``, with the last window counted by the part still in sight.

    ``elapsed`` is how much of the current window has passed, 0 to 1.

    >>> tries = Limit("example", failures=10, seconds=600)
    >>> is_over(tries, previous=0, current=10, elapsed=0.5)
    False
    >>> is_over(tries, previous=8, current=7, elapsed=0.5)
    True
    """
    return current + previous * (1 - elapsed) > limit.failures


def minutes_to_wait(limit: Limit, *, elapsed: float) -> int:
    """Return after how many minutes, at least one, another try may be worth it."""
    return max(1, math.ceil(limit.seconds * (1 - elapsed) / 60))


def counted_address(address: str) -> str:
    """Return what failures of an address are counted under: IPv4 whole, IPv6 by its /64.

    >>> counted_address("2001:db8:1:2:3:4:5:6"), counted_address("::ffff:192.0.2.7")
    ('2001:db8:1:2::/64', '192.0.2.7')
    >>> counted_address("not an address")
    'unknown'
    """
    try:
        found = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def address_of(headers: Mapping[str, str], proxies: int) -> str:
    """Return the asker's address from WSGI's variables, believing only as many proxies as vouched for.

    >>> forwarded = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 192.0.2.7"}
    >>> address_of(forwarded, 1), address_of(forwarded, 0)
    ('192.0.2.7', '10.0.0.1')
    """
    direct = headers.get("REMOTE_ADDR", "")
    if not proxies:
        return direct
    said = [part.strip() for part in headers.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    return said[max(0, len(said) - proxies)] or direct


def is_loopback(headers: Mapping[str, str], proxies: int) -> bool:
    """Tell whether the asker sits at this very machine; behind an unvouched proxy nobody does.

    >>> is_loopback({"REMOTE_ADDR": "127.0.0.1"}, 0)
    True
    >>> is_loopback({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}, 0)
    False
    """
    if not proxies and ("HTTP_X_FORWARDED_FOR" in headers or "HTTP_FORWARDED" in headers):
        return False
    try:
        found = ipaddress.ip_address(address_of(headers, proxies))
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_loopback
