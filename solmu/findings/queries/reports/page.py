"""The only place that writes a report as a page of its own: one file with its style, type and pictures, nothing fetched."""

from __future__ import annotations

import base64
from functools import cache
from importlib import resources

from django.template.loader import render_to_string

from solmu.findings.queries.reports.wording import words
from solmu.findings.rules.report import Report

_WEB = resources.files("solmu") / "web"
_FACES = (
    ("Atkinson Hyperlegible Next", 400, "AtkinsonHyperlegibleNext-Regular.ttf"),
    ("Atkinson Hyperlegible Next", 700, "AtkinsonHyperlegibleNext-Bold.ttf"),
    ("Bricolage Grotesque", 700, "BricolageGrotesque-Bold.ttf"),
)
_GROUND = (
    ':root{--font:"Atkinson Hyperlegible Next",system-ui,sans-serif;'
    '--display:"Bricolage Grotesque",var(--font)}'
    "*{box-sizing:border-box}body{margin:0;background:#e5e0d3;font-family:var(--font)}"
    "h1,h2,h3{font-family:var(--display)}main{padding:clamp(0px,3vw,32px)}"
    ".visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    "@page{size:A4;margin:16mm}@media print{body{background:#fff}main{padding:0}}"
)


def write_page(report: Report) -> bytes:
    """Write ``report`` as HTML that stands alone."""
    context = {"report": report, "words": words(), "styles": _styles()}
    return render_to_string("findings/report/document.html", context).encode()


@cache
def _styles() -> str:
    faces = "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};'
        f"src:url(data:font/ttf;base64,{_in_base64(file)})}}"
        for family, weight, file in _FACES
    )
    sheet = (_WEB / "styles" / "components" / "report.css").read_text(encoding="utf-8")
    return faces + _GROUND + sheet


def _in_base64(file: str) -> str:
    return base64.b64encode((_WEB / "fonts" / file).read_bytes()).decode("ascii")
