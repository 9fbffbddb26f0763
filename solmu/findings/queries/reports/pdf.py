"""The only place that sets a report as PDF: tagged, in its language, with its own type, by a template that gets data only."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import tempfile
import unicodedata
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from solmu.findings.queries.reports.wording import words
from solmu.findings.rules.report import Report

SECONDS = 60
_MEMORY = 4 * 1024**3
_TEMPLATE = resources.files("solmu.findings") / "data" / "report.typ"
_LOGO = resources.files("solmu.shell") / "static" / "solmu" / "favicon.svg"
_FONTS = resources.files("solmu") / "web" / "fonts"
_PRESS = Path(__file__).with_name("press.py")
_BOX = "□"


class NotSet(Exception):
    """A report could not be set in its time and memory."""


def write_pdf(report: Report) -> bytes:
    """Write ``report`` as PDF/UA-1.

    Raises:
        NotSet: It took too long, too much memory, or the press broke.
    """
    return _pressed(report, form="pdf")[0]


def write_pages(report: Report, *, ppi: int = 110) -> list[bytes]:
    """Write the same pages as PNG pictures."""
    return _pressed(report, form="png", ppi=ppi)


def readable(text: str) -> str:
    """Return ``text`` with what the report's type lacks as boxes; accents go onto their letters, controls go.

    >>> readable("Ma\\u0308ki 👩‍👧 Мост")
    'Mäki □ Мост'
    """
    known, kept = _glyphs(), []
    for sign in unicodedata.normalize("NFC", text):
        if sign in known:
            kept.append(sign)
        elif sign.isspace():
            kept.append(" ")
        # Marks, joiners and selectors belong to the sign before them, which stands for all.
        elif unicodedata.category(sign)[0] not in "MC" and kept[-1:] != [_BOX]:
            kept.append(_BOX)
    return "".join(kept)


@cache
def _glyphs() -> frozenset[str]:
    found: set[str] = set()
    for line in (_FONTS / "glyphs.txt").read_text(encoding="ascii").split():
        first, _, last = line.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)


def _pressed(report: Report, **order: Any) -> list[bytes]:
    made_at = datetime.combine(report.on, time(12), UTC)
    with tempfile.TemporaryDirectory(prefix="solmu-report-") as folder:
        work = {
            "template": _TEMPLATE.read_text(encoding="utf-8"),
            "inputs": {"report": json.dumps(_data(report), ensure_ascii=False)},
            "fonts": [str(_FONTS)],
            "root": folder,
            "made_at": int(made_at.timestamp()),
            "seconds": SECONDS,
            "bytes": _MEMORY,
            **order,
        }
        try:
            done = subprocess.run(  # noqa: S603  # our own program, and nothing of a reader's in its words
                [sys.executable, "-I", str(_PRESS)],
                input=json.dumps(work).encode(),
                capture_output=True,
                cwd=folder,
                env={},
                timeout=SECONDS,
                check=True,
            )
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as broken:
            raise NotSet from broken
    return [base64.b64decode(page) for page in json.loads(done.stdout)]


def _data(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = asdict(report)
    data |= {
        "on": report.on.isoformat(),
        "pictured": [asdict(one) for one in report.pictured],
        "listed": [asdict(one) for one in report.listed],
        "logo": _LOGO.read_text(encoding="utf-8"),
        "words": words(),
    }
    del data["faults"]
    if report.between is not None:
        data["between"]["most"] = report.between.most
    cleaned: dict[str, Any] = _readable_within(data)
    if _BOX in json.dumps(cleaned, ensure_ascii=False):
        lead, text = _("Signs."), _("□ stands for a sign that this type does not have.")
        cleaned["notes"].append({"lead": lead, "text": text})
    return cleaned


def _readable_within(value: Any) -> Any:
    if isinstance(value, str):
        return readable(value)
    if isinstance(value, dict):
        return {name: _readable_within(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_readable_within(part) for part in value]
    return value
