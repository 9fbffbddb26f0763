"""The only place that makes the workbook people download, fill in and bring back."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from solmu.formats import template_words as words
from solmu.formats.columns import ACTOR_SHEETS, INSTRUCTION_SHEETS, TIE_SHEETS, header_for
from solmu.formats.values import split_many
from solmu.formats.vocabulary import VOCABULARIES, word_for, words_of
from solmu.formats.xlsx import WIDEST, new_book, write_sheet

_ROWS_WITH_LISTS = 2_000
# Here one word of the list is enough, but more, and other words, are welcome.
_OPEN = frozenset({"contents"})
_WIDTHS = {"label": 34, "source": 34, "target": 34, "parent": 30, "services": 30, "note": 36}


def write_template(language: str) -> bytes:
    """Write the empty template of a language: instructions, a sheet of actors and one of ties.

    The examples stand on the sheet of instructions, which is never read.

    Args:
        language: ``fi``, ``sv`` or ``en``.
    """
    target = BytesIO()
    book = new_book(target)
    header = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E7EDEA"})
    _write_instructions(book, language, header)
    tables = (
        ("actors", ACTOR_SHEETS[language], tuple(words.ACTOR_MEANINGS)),
        ("ties", TIE_SHEETS[language], tuple(words.TIE_MEANINGS)),
    )
    for table, name, fields in tables:
        sheet = book.add_worksheet(name)
        write_sheet(sheet, [[header_for(table, field, language) for field in fields]], header)
        for column, field in enumerate(fields):
            sheet.set_column(column, column, _WIDTHS.get(field, 18))
            _offer_words(sheet, column, field, language)
        if table == "actors":
            sheet.activate()
    book.close()
    return target.getvalue()


def _offer_words(sheet: Any, column: int, field: str, language: str) -> None:
    if field in VOCABULARIES:
        source: object = list(words_of(field, language))
    elif field in ("source", "target"):
        source = f"='{ACTOR_SHEETS[language]}'!$A$2:$A${_ROWS_WITH_LISTS}"
    else:
        return
    closed = field in VOCABULARIES and field not in _OPEN
    sheet.data_validation(
        *(1, column, _ROWS_WITH_LISTS, column),
        {"validate": "list", "source": source, "show_error": closed},
    )


def _write_instructions(book: Any, language: str, header: Any) -> None:
    sheet = book.add_worksheet(INSTRUCTION_SHEETS[language])
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "font_size": 14})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 70)
    sheet.set_column(2, 8, 22)
    sheet.write_string(0, 0, words.TITLE[language], bold)
    row = 1
    for step in words.STEPS[language]:
        row += 1
        sheet.merge_range(row, 0, row, 1, step, wrapped)
        sheet.set_row(row, 15 * (1 + len(step) // 95))
    for table, name, meanings in (
        ("actors", ACTOR_SHEETS[language], words.ACTOR_MEANINGS),
        ("ties", TIE_SHEETS[language], words.TIE_MEANINGS),
    ):
        row += 2
        sheet.write_string(row, 0, f"{name}: {words.COLUMN[language]}", header)
        sheet.write_string(row, 1, words.MEANING[language], header)
        for field, meaning in meanings.items():
            row += 1
            text = f"{meaning[language]} {_choices(field, language)}".strip()
            sheet.write_string(row, 0, header_for(table, field, language), wrapped)
            sheet.write_string(row, 1, text, wrapped)
            sheet.set_row(row, 15 * (1 + len(text) // 70))
    _write_examples(sheet, row + 2, language, header, bold)


def _choices(field: str, language: str) -> str:
    if field not in VOCABULARIES or field == "direction":
        return ""
    return words.CHOOSE[language].format(words=", ".join(words_of(field, language)))


def _write_examples(sheet: Any, row: int, language: str, header: Any, bold: Any) -> None:
    actors = words.ACTOR_EXAMPLES[language]
    first, second, third = (actor["label"] for actor in actors)
    ties = [
        {"source": first, "target": second, **words.TIE_EXAMPLES},
        {"source": first, "target": third, "contents": "referral", "frequency": "2"},
        {"source": second, "target": third, "status": "wished"},
    ]
    sheet.write_string(row, 0, words.EXAMPLES[language], bold)
    for table, rows in (("actors", actors), ("ties", ties)):
        fields = list(dict.fromkeys(field for example in rows for field in example))
        row += 2
        _write_row(sheet, row, (header_for(table, field, language) for field in fields), header)
        for example in rows:
            row += 1
            _write_row(
                sheet, row, (_shown(field, example.get(field, ""), language) for field in fields)
            )


def _shown(field: str, text: str, language: str) -> str:
    if field not in VOCABULARIES or not text:
        return text
    return " | ".join(word_for(field, code, language) for code in split_many(text))


def _write_row(sheet: Any, row: int, cells: Iterable[str], style: Any = None) -> None:
    for column, cell in enumerate(cells):
        sheet.write_string(row, column, cell[: 4 * WIDEST], style)
