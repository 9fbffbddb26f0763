"""The only place that says what is wrong with an opened page: sizes, focus, headings, words of another language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po
from playwright.sync_api import Page

SLICES = Path(__file__).resolve().parents[2] / "solmu"
# A slot of a sentence, as Python and Django's templates write it.
_SLOT = re.compile(r"%\(\w+\)s|%s|%d|%%")

_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Links within running text are exempt, as WCAG 2.5.8 has it.
# A word may be short: its height counts. Lists of names stand closer where a mouse points (axe wants 24 px there).
_SMALL = """fine => {
  const inText = e => getComputedStyle(e).display === 'inline' && e.closest('p, li, dd, td, th, small, figcaption');
  const box = e => (e.matches('input, select') ? e.closest('label') ?? e : e).getBoundingClientRect();
  const isWord = e => e.matches('a') && e.innerText.trim() && !e.matches('.button');
  return [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden])')]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('svg') && !inText(e))
    .filter(e => !(fine && isWord(e) && e.matches('li a')))
    .map(e => [e.outerHTML.slice(0, 120), box(e), isWord(e)])
    .filter(([, b, word]) => b.width > 1 && ((b.width < 43.5 && !word) || b.height < 43.5))
    .map(([html, b]) => `${Math.round(b.width)}×${Math.round(b.height)} ${html}`);
}"""
# One of every kind is given the focus, and something around it has to look otherwise than before.
_UNSEEN_FOCUS = """() => {
  const near = e => [e, e.parentElement, e.parentElement?.parentElement, e.nextElementSibling, ...(e.closest('svg') ? e.children : [])].filter(Boolean);
  const looks = e => near(e).map(n => { const s = getComputedStyle(n);
    return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor, s.backgroundColor, s.stroke, s.opacity, s.display].join() }).join('|');
  const root = document.querySelector('dialog[open]') ?? document;
  const seen = new Set(), dark = [];
  for (const e of root.querySelectorAll('a[href], button:not([disabled]), summary, select, textarea, input:not([type=hidden]), [tabindex="0"]')) {
    const kind = `${e.tagName}.${e.getAttribute('class') ?? ''}.${e.type ?? ''}.${e.parentElement.className}`;
    if (seen.has(kind) || !e.checkVisibility({visibilityProperty: true}) || e.matches('[disabled]')) continue;
    seen.add(kind);
    document.activeElement?.blur?.();
    const before = looks(e);
    e.focus({preventScroll: true, focusVisible: true});
    if (document.activeElement === e && looks(e) === before) dark.push(e.outerHTML.slice(0, 120));
  }
  document.activeElement?.blur?.();
  return dark;
}"""
# Of hundreds of actors a few speak for all: each text is compared with every sentence of the other languages.
_TEXTS = """() => {
  const texts = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const said = walk.currentNode.data.replace(/\\s+/g, ' ').trim();
    if (said && !walk.currentNode.parentElement.closest('script, style, kbd, .map-label, .prose, [lang]:not(html), [translate=no]')) texts.add(said);
  }
  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
    for (const e of document.querySelectorAll(`[${name}]`))
      if (!e.closest('[lang]:not(html)') && !e.matches('.map-option:nth-child(n + 9)')) texts.add(e.getAttribute(name).trim());
  return [...texts];
}"""


def layout_faults(page: Page, *, phone: bool) -> Iterator[str]:
    """Tell what does not fit, and what a thumb would miss."""
    for width in (390, 320) if phone else (1440,):
        page.set_viewport_size({"width": width, "height": 844 if phone else 900})
        if wide := page.evaluate(_WIDE):
            yield f"scrolls sideways by {wide} px at {width} px"
        yield from (f"small at {width} px: {one}" for one in page.evaluate(_SMALL, not phone))


def heading_faults(page: Page) -> Iterator[str]:
    """Tell whether the page has its one heading and a title of its own."""
    headings = page.locator("h1 >> visible=true").count()
    if headings != 1:
        yield f"{headings} first headings"
    if not re.match(r"\S.+ – Solmu$", page.title()):
        yield f"title is {page.title()!r}"


def focus_faults(page: Page) -> Iterator[str]:
    """Tell what does not show that it has the focus."""
    yield from (f"focus unseen: {one}" for one in page.evaluate(_UNSEEN_FOCUS))


def foreign_words(page: Page, language: str, names: Collection[str]) -> Iterator[str]:
    """Tell which texts of the page are source strings, or sentences of another language; ``names`` are neither."""
    foreign, own = _sentences(language)
    for said in page.evaluate(_TEXTS):
        if said not in own and said not in names and foreign.fullmatch(said):
            yield f"not in {language}: {said}"


@cache
def _sentences(language: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return what may not stand on a page in ``language``, and what may although it looks alike."""
    told: dict[str, set[str]] = {"fi": set(), "sv": set(), "en": set()}
    for path in SLICES.glob("*/locale/*/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            for message in read_po(file):
                sources = message.id if isinstance(message.id, tuple | list) else (message.id,)
                said = (
                    message.string
                    if isinstance(message.string, tuple | list)
                    else (message.string,)
                )
                told["en"].update(filter(None, sources))
                told[path.parts[-3]].update(filter(None, said))
    own = {_squeezed(one) for one in told.pop(language)}
    others = {_squeezed(one) for sentences in told.values() for one in sentences} - own
    patterns = sorted(_pattern(one) for one in others if len(_SLOT.sub("", one)) > 3)
    return re.compile("|".join(patterns)), frozenset(own)


def _squeezed(sentence: str) -> str:
    return " ".join(sentence.split())


def _pattern(sentence: str) -> str:
    return ".+".join(re.escape(part) for part in _SLOT.split(sentence))
