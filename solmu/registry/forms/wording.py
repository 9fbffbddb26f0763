"""The only place that words what is wrong with a file: what, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from solmu.formats import problems as p
from solmu.formats.dataset import Note, Problem

Facts = Mapping[str, Any]

# A field of a row as it is said aloud; a file's own header stands for itself.
FIELDS: dict[str, str | Promise] = {
    "name": pgettext_lazy("fact of an actor", "Name"),
    "label": pgettext_lazy("fact of an actor", "Name"),
    "kind": pgettext_lazy("fact of an actor", "Kind"),
    "sector": gettext_lazy("Sector"),
    "municipality": gettext_lazy("Municipality"),
    "parent": pgettext_lazy("fact of an actor", "Belongs to"),
    "business_id": gettext_lazy("Business ID"),
    "description": gettext_lazy("Description"),
    "person": gettext_lazy("Contact person"),
    "email": gettext_lazy("E-mail"),
    "phone": gettext_lazy("Phone"),
    "web": gettext_lazy("Website"),
    "source": pgettext_lazy("end of a tie", "From"),
    "target": pgettext_lazy("end of a tie", "To"),
    "direction": gettext_lazy("Direction"),
    "contents": gettext_lazy("What passes"),
    "means": pgettext_lazy("of a tie", "Means"),
    "frequency": gettext_lazy("How often"),
    "closeness": gettext_lazy("Closeness"),
    "weight": gettext_lazy("Weight"),
    "note": pgettext_lazy("of a tie", "Note"),
    "status": pgettext_lazy("of a tie", "State"),
    "valid_from": gettext_lazy("Valid from"),
    "valid_to": gettext_lazy("Valid to"),
    "ref": gettext_lazy("Id"),
}


def field_name(field: str) -> str:
    """Return how a field is said."""
    return str(FIELDS.get(field, field))


# The whole file is refused: what, and what to do.
REFUSALS: dict[str, Callable[[], str]] = {
    p.WRONG_TYPE: lambda: _("Wrong file type. Save as %(choices)s."),
    p.OLD_OR_LOCKED_EXCEL: lambda: _(
        "An old Excel file, or one behind a password. Save as %(choices)s, without a password."
    ),
    p.EMPTY_FILE: lambda: _("The file is empty. Choose another."),
    p.FILE_TOO_LARGE: lambda: _("The file is over %(limit)s. Split it."),
    p.ARCHIVE_BROKEN: lambda: _("The file does not open whole. Save it again and try once more."),
    p.ARCHIVE_LOCKED: lambda: _("The file is behind a password. Take the password off."),
    p.ARCHIVE_TOO_LARGE: lambda: _("The file unpacks to over %(limit)s. Split it."),
    p.BROKEN_XML: lambda: _("The file breaks off or is damaged. Export it again."),
    p.XML_WITH_DTD: lambda: _(
        "The file holds a document type, which is refused for safety. Export it without a DOCTYPE."
    ),
    p.XML_PREFIX: lambda: _(
        "A prefix is used here that the file does not declare. Export the file again."
    ),
    p.BROKEN_JSON: lambda: _("The JSON breaks off or is damaged here. Export it again."),
    p.JSON_LINES: lambda: _("There is one JSON value a line. Save them as one list."),
    p.JSON_TOO_DEEP: lambda: _("The JSON is nested over %(limit)s deep. Export it again."),
    p.JSON_NOT_KNOWN: lambda: _(
        "Solmu does not know this JSON. It reads the JSON of these: %(choices)s."
    ),
    p.UNREADABLE_LETTERS: lambda: _("Unreadable letters. Save as UTF-8."),
    p.UNCLOSED_QUOTE: lambda: _("A quotation mark is not closed. Close or remove it."),
    p.UNEXPECTED_TEXT: lambda: _(
        "Such a file says something else here, for example %(choices)s. Correct or export it again."
    ),
    p.MATRIX_TOO_SHORT: lambda: _(
        "The matrix ends too early: it needs %(limit)s numbers. Export it again."
    ),
    p.NO_TABLE: lambda: _("No headings that Solmu knows. Use for example these: %(choices)s."),
    p.NO_GRAPH: lambda: _("No network in the file. Export it as GraphML or GEXF."),
    p.TOO_MANY_ACTORS: lambda: _("Over %(limit)s actors. Split the file."),
    p.TOO_MANY_TIES: lambda: _("Over %(limit)s ties. Split the file."),
    p.TOO_MANY_ROWS: lambda: _("Over %(limit)s rows. Split the file."),
}

# One row or cell: why it will not do, and what becomes of it.
ROWS: dict[str, tuple[Callable[[], str], Callable[[], str]]] = {
    p.SHEET_NOT_UNDERSTOOD: (
        lambda: _("The sheet has no headings that Solmu knows."),
        lambda: _("The sheet stays out."),
    ),
    p.EMPTY_TABLE: (
        lambda: _("Headings with no rows under them."),
        lambda: _("Nothing to read here."),
    ),
    p.TOO_MANY_COLUMNS: (
        lambda: _("Over %(limit)s columns."),
        lambda: _("The rest of the columns stay out."),
    ),
    p.NAME_MISSING: (
        lambda: _("The name is missing."),
        lambda: _("The row stays out. Add a name to the file."),
    ),
    p.END_MISSING: (
        lambda: _("One end of the tie is missing."),
        lambda: _("The row stays out. Add the actor to the file."),
    ),
    p.UNKNOWN_ACTOR: (
        lambda: _("This actor is neither in the file nor on the map."),
        lambda: _("The row stays out. Add or correct the actor."),
    ),
    p.AMBIGUOUS_ACTOR: (
        lambda: _("Several actors go by this name."),
        lambda: _("The row stays out. Tell in the file which one is meant."),
    ),
    p.UNKNOWN_VALUE: (
        lambda: _("Solmu does not know this word."),
        lambda: _("Only the cell stays empty; the row comes along."),
    ),
    p.NOT_A_NUMBER: (
        lambda: _("This is not a number."),
        lambda: _("Only the cell stays empty; the row comes along."),
    ),
    p.NOT_A_DATE: (
        lambda: _("This is not a date. Write for example 1.9.2026."),
        lambda: _("Only the cell stays empty; the row comes along."),
    ),
    p.ENDS_BEFORE_START: (
        lambda: _("The end is before the start."),
        lambda: _("The end stays empty. Correct it in the file."),
    ),
    p.SAME_ID: (
        lambda: _("Same id as on row %(other_row)s."),
        lambda: _("The row stays out. Change one of the ids."),
    ),
    p.LOOP: (
        lambda: _("Both ends of the tie are the same actor."),
        lambda: _("The row stays out."),
    ),
    p.BELONGING_LOOP: (
        lambda: _("The actor would in the end belong to itself."),
        lambda: _("The belonging stays out; the row comes along."),
    ),
    p.IDENTITY_CODE: (
        lambda: _("There is an identity code in the cell. It is not read and not saved."),
        lambda: _("The cell stays empty. Remove the code from the file too."),
    ),
    p.TEXT_TOO_LONG: (
        lambda: _("The text is over %(limit)s characters."),
        lambda: _("The end of the text stays out."),
    ),
    p.FORMULA_WITHOUT_VALUE: (
        lambda: _("The formula has no result yet."),
        lambda: _("The cell stays empty. Open and save the file, then import it again."),
    ),
    p.ERROR_CELL: (
        lambda: _("The cell shows an error."),
        lambda: _("The cell stays empty. Correct it in the file."),
    ),
}


def _facts(problem: Problem) -> dict[str, Any]:
    return {
        "choices": ", ".join(problem.choices),
        "limit": problem.limit,
        "other_row": problem.other_row or "–",
    }


def why(problem: Problem) -> str:
    """Return what is wrong, in a sentence."""
    if problem.code == p.UNKNOWN_VALUE and problem.field == "municipality":
        return _("Solmu does not know this municipality.")
    if problem.code == p.UNKNOWN_VALUE and problem.field == "business_id":
        return _("This is not a business ID.")
    sentence = ROWS[problem.code][0] if problem.code in ROWS else REFUSALS[problem.code]
    return sentence() % _facts(problem)


def what_becomes(problem: Problem) -> str:
    """Return what becomes of a row that is not answered."""
    return ROWS[problem.code][1]() % _facts(problem) if problem.code in ROWS else ""


def where(problem: Problem) -> str:
    """Return the place of a problem: sheet and row, as far as they are known."""
    if problem.row is None:
        return problem.sheet
    row = _("row %(row)s") % {"row": problem.row}
    return f"{problem.sheet}, {row}" if problem.sheet else row


def quoted(problem: Problem) -> str:
    """Return what the file says there; an identity code is never shown."""
    field = field_name(problem.field)
    if problem.code == p.IDENTITY_CODE:
        return f"{field}: ••••••-••••"
    value = problem.value or pgettext("a cell", "(empty)")
    if problem.code in (p.UNKNOWN_ACTOR, p.AMBIGUOUS_ACTOR) or not field:
        return value
    return f"{field}: {value}"


def in_full(problem: Problem) -> str:
    """Return what, where and what to do in one line, for a terminal and for refusals."""
    place = where(problem)
    sentence = why(problem)
    if problem.code in ROWS:
        named = quoted(problem) if problem.field or problem.value else ""
        sentence = " ".join(
            part for part in (named and f"{named}.", sentence, what_becomes(problem)) if part
        )
    full = f"{place}: {sentence}" if place else sentence
    return full[:1].upper() + full[1:]


NOTES: dict[str, Callable[[int], str]] = {
    p.COLUMNS_KEPT: lambda n: _("Column %(value)s is kept as it is."),
    p.VALUES_KEPT: lambda n: ngettext(
        "Column %(value)s: %(n)s word of another program is kept as it is.",
        "Column %(value)s: %(n)s words of another program are kept as they are.",
        n,
    ),
    p.SHEETS_IGNORED: lambda n: _("Sheet %(value)s is hidden or marked to be ignored: not read."),
    p.ROWS_MERGED: lambda n: ngettext(
        "%(n)s row repeats an actor; it was read as one with the first.",
        "%(n)s rows repeat an actor; they were read as one with the first.",
        n,
    ),
    p.ACTORS_FROM_TIES: lambda n: ngettext(
        "%(n)s actor is known only from its ties.",
        "%(n)s actors are known only from their ties.",
        n,
    ),
    p.TIES_REPEATED: lambda n: ngettext(
        "%(n)s tie is stated twice.", "%(n)s ties are stated twice.", n
    ),
    p.LOOPS_DROPPED: lambda n: ngettext(
        "%(n)s tie from an actor to itself stays out.",
        "%(n)s ties from an actor to itself stay out.",
        n,
    ),
    p.READ_AS_WINDOWS_1252: lambda n: _(
        "The letters are of an older kind (Windows-1252). Check å, ä and ö."
    ),
    p.NESTED_GRAPHS: lambda n: _("Graphs inside actors were read as what belongs to them."),
    p.HYPEREDGES_LEFT_OUT: lambda n: ngettext(
        "%(n)s tie with more than two ends stays out.",
        "%(n)s ties with more than two ends stay out.",
        n,
    ),
    p.PORTS_LEFT_OUT: lambda n: _("The file’s ports mean nothing to Solmu and stay out."),
    p.GRAPHS_LEFT_OUT: lambda n: _("Only the first graph of the file was read."),
    p.PARTITIONS_LEFT_OUT: lambda n: _(
        "%(value)s is of another size than the network and stays out."
    ),
    p.CELLS_MISSING: lambda n: ngettext(
        "%(n)s cell of the matrix says that nothing is known; no tie is read from it.",
        "%(n)s cells of the matrix say that nothing is known; no tie is read from them.",
        n,
    ),
    p.ENDED_KEPT: lambda n: ngettext(
        "%(n)s organisation or service is no longer published; it is kept as ended.",
        "%(n)s organisations and services are no longer published; they are kept as ended.",
        n,
    ),
    p.SERVICES_LEFT_OUT: lambda n: ngettext(
        "%(n)s service that no organisation offers stays out.",
        "%(n)s services that no organisation offers stay out.",
        n,
    ),
    p.EGO_LEFT_OUT: lambda n: ngettext(
        "%(n)s interviewed person is no actor; what they said of themselves stays out.",
        "%(n)s interviewed people are no actors; what they said of themselves stays out.",
        n,
    ),
    p.TRASH_LEFT_OUT: lambda n: ngettext(
        "%(n)s thing in the file’s trash stays out.",
        "%(n)s things in the file’s trash stay out.",
        n,
    ),
    p.DRAWING_LEFT_OUT: lambda n: _("Places, colours and sizes of the drawing stay out."),
    p.PROBLEMS_LEFT_OUT: lambda n: ngettext(
        "%(n)s further problem is not listed.", "%(n)s further problems are not listed.", n
    ),
}


def note_sentence(note: Note) -> str:
    """Return what reading did that is not wrong but worth telling."""
    return NOTES[note.code](note.count) % {"n": note.count, "value": note.value}


# Why two names may be one actor: matching.doubles.REASONS.
REASONS: dict[str, str | Promise] = {
    "same_business_id": gettext_lazy("same business ID"),
    "same_email": gettext_lazy("same e-mail address"),
    "same_phone": gettext_lazy("same phone number"),
    "same_name": gettext_lazy("same name"),
    "same_service": gettext_lazy("same service in other words"),
    "former_service": gettext_lazy("the tasks went over in a reform"),
    "alike_name": gettext_lazy("nearly the same name"),
    "part_of_name": gettext_lazy("one name is part of the other"),
    "same_town": gettext_lazy("same municipality"),
    "same_parent": gettext_lazy("belongs to the same organisation"),
    "same_domain": gettext_lazy("e-mail of the same organisation"),
}


def reasons_said(reasons: list[str]) -> str:
    """Return reasons as a list that begins with a capital letter."""
    said = ", ".join(str(REASONS[reason]) for reason in reasons)
    return said[:1].upper() + said[1:] + "."
