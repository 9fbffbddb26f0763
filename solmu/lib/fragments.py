"""The only place that tells a request for a part of a page from a request for the page."""

from __future__ import annotations

from collections.abc import Mapping


def asks_for_part(headers: Mapping[str, str]) -> bool:
    """Tell whether htmx asks for a part to put into a page that is open already.

    Going back in the history, and a whole page that htmx swaps in, ask for the page.

    >>> asks_for_part({"HX-Request": "true"}), asks_for_part({})
    (True, False)
    """
    return (
        "HX-Request" in headers
        and headers.get("HX-Request-Type") != "full"
        and "HX-History-Restore-Request" not in headers
    )
