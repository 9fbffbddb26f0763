"""The only place that draws a link as a QR code: for a phone's camera and for paper."""

from __future__ import annotations

from urllib.parse import urlsplit

import segno
from django.utils.safestring import SafeString, mark_safe

from solmu.lib.loopback import is_loopback

# Four squares around it, as ISO/IEC 18004 asks; white also where the page is dark.
_BORDER, _DARK, _LIGHT = 4, "#000", "#fff"


def qr_codes(link: str) -> dict[str, object]:
    """Return the link's code to be shown and to be saved, or that no phone could open such a link."""
    if is_loopback(urlsplit(link).hostname or ""):
        return {"qr_leads_nowhere": True}
    # M is read with up to 15 % of it dirty or folded.
    code = segno.make(link, error="m", micro=False)
    drawn = code.svg_inline(omitsize=True, svgclass="", border=_BORDER, dark=_DARK, light=_LIGHT)
    shown: SafeString = mark_safe(drawn)  # noqa: S308  # squares alone
    file = code.svg_data_uri(scale=8, border=_BORDER, dark=_DARK, light=_LIGHT)
    return {"qr": shown, "qr_file": file}
