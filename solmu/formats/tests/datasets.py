"""The only place that makes up datasets for property tests."""

from __future__ import annotations

import unicodedata
from dataclasses import fields
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from solmu.formats.dataset import ActorRow, Dataset, Direction, Status, TieRow
from solmu.formats.values import clean, read_contents
from solmu.formats.vocabulary import KINDS, SECTORS
from solmu.lib.identity_codes import holds_identity_code

_AWKWARD = st.sampled_from(
    ["=1+1", "'=1", "''+2", "-3", "@kela", "+358 40 123", "a|b", "a\\|b", "a\\", "x;y", "_x0041_",
     "Nimi", "Mistä", "<b>&amp;</b>", '"lainaus"', "1.5", "0012", "true", "2026-01-01", "ö" * 30,
     "rivi\nrivi", "(ignore)", "extra:Type", "Type", "🙂", "A#1", "sep=;", "]]>"]
)  # fmt: skip


def _texts(longest: int) -> st.SearchStrategy[str]:
    written = st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=longest)
    return (written | _AWKWARD).map(_as_kept)


def _as_kept(text: str) -> str:
    kept = unicodedata.normalize("NFC", clean(text)).strip()
    return "" if holds_identity_code(kept) else kept


def _filled(longest: int) -> st.SearchStrategy[str]:
    return _texts(longest).filter(bool)


def _many(longest: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(_filled(longest), max_size=3, unique=True).map(tuple)


_EXTRA = st.dictionaries(_filled(20).filter(lambda name: len(name) > 1), _filled(20), max_size=2)
# A text that is a word of the vocabulary is read as the code of that word, by design.
_CONTENT = st.sampled_from(["information", "referral", "joint_work"]) | _filled(20).filter(
    lambda text: read_contents(text.replace("|", "\\|") + "|") == (text,)
)
_NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=64) | st.integers(-9, 9).map(
    float
)


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """Draw a dataset as any file could hold it."""
    refs = draw(st.lists(_filled(15), min_size=1, max_size=5, unique=True))
    actors = tuple(draw(_actors(ref)) for ref in refs)
    ties = tuple(draw(st.lists(_ties(refs), max_size=6))) if len(refs) > 1 else ()
    arcs = any(tie.direction != "undirected" for tie in ties)
    return Dataset(actors=actors, ties=ties, directed=arcs or not ties)


def _actors(ref: str) -> st.SearchStrategy[ActorRow]:
    return st.builds(
        ActorRow,
        ref=st.just(ref),
        label=_filled(20),
        kind=st.sampled_from(["", *(row[0] for row in KINDS)]),
        sector=st.sampled_from(["", *(row[0] for row in SECTORS)]),
        municipality=_texts(10),
        services=_texts(30),
        description=_texts(40),
        tags=_many(10),
        business_id=_texts(9),
        contact_person=_texts(20),
        email=_texts(20),
        phone=_texts(20),
        website=_texts(20),
        other_names=_many(20),
        extra=_EXTRA,
    )


@st.composite
def _ties(draw: st.DrawFn, refs: list[str]) -> TieRow:
    source, target = draw(st.lists(st.sampled_from(refs), min_size=2, max_size=2, unique=True))
    days = st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1))
    start, end = draw(days), draw(days)
    if start and end and end < start:
        start, end = end, start
    return TieRow(
        source=source,
        target=target,
        direction=draw(st.sampled_from(get_args(Direction))),
        contents=tuple(draw(st.lists(_CONTENT, max_size=3, unique=True))),
        means=draw(_texts(15)),
        frequency=draw(st.none() | st.integers(1, 4)),
        closeness=draw(st.none() | st.integers(1, 4)),
        weight=draw(st.none() | _NUMBERS),
        note=draw(_texts(40)),
        status=draw(st.sampled_from(get_args(Status))),
        valid_from=start,
        valid_to=end,
        confirmed_on=draw(days),
        extra=draw(_EXTRA),
    )


def said(row: ActorRow | TieRow) -> dict[str, Any]:
    """Give what a row says, without where it was written."""
    values = {one.name: getattr(row, one.name) for one in fields(row)}
    values["extra"] = dict(row.extra)
    del values["sheet"], values["row"]
    return values
