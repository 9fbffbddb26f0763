"""The only place that lists what can be wrong with a file, and what reading may note about it.

Each code has one line of meaning here; the sentence a person reads is written where it is shown.
"""

from __future__ import annotations

# The whole file is refused.
WRONG_TYPE = "wrong_type"
OLD_OR_LOCKED_EXCEL = "old_or_locked_excel"
EMPTY_FILE = "empty_file"
FILE_TOO_LARGE = "file_too_large"
ARCHIVE_BROKEN = "archive_broken"
ARCHIVE_LOCKED = "archive_locked"
ARCHIVE_TOO_LARGE = "archive_too_large"
BROKEN_XML = "broken_xml"
XML_WITH_DTD = "xml_with_dtd"
XML_PREFIX = "xml_prefix"
BROKEN_JSON = "broken_json"
JSON_LINES = "json_lines"
JSON_TOO_DEEP = "json_too_deep"
JSON_NOT_KNOWN = "json_not_known"
UNREADABLE_LETTERS = "unreadable_letters"
UNCLOSED_QUOTE = "unclosed_quote"
UNEXPECTED_TEXT = "unexpected_text"
MATRIX_TOO_SHORT = "matrix_too_short"
NO_TABLE = "no_table"
NO_GRAPH = "no_graph"
TOO_MANY_ACTORS = "too_many_actors"
TOO_MANY_TIES = "too_many_ties"
TOO_MANY_ROWS = "too_many_rows"

# The rest of the file was read.
SHEET_NOT_UNDERSTOOD = "sheet_not_understood"
EMPTY_TABLE = "empty_table"
TOO_MANY_COLUMNS = "too_many_columns"
NAME_MISSING = "name_missing"
END_MISSING = "end_missing"
UNKNOWN_ACTOR = "unknown_actor"
AMBIGUOUS_ACTOR = "ambiguous_actor"
UNKNOWN_VALUE = "unknown_value"
NOT_A_NUMBER = "not_a_number"
NOT_A_DATE = "not_a_date"
ENDS_BEFORE_START = "ends_before_start"
SAME_ID = "same_id"
LOOP = "loop"
BELONGING_LOOP = "belonging_loop"
IDENTITY_CODE = "identity_code"
TEXT_TOO_LONG = "text_too_long"
FORMULA_WITHOUT_VALUE = "formula_without_value"
ERROR_CELL = "error_cell"

PROBLEMS = {
    WRONG_TYPE: "not a kind of file that is read; `value` the file's name, `choices` endings",
    OLD_OR_LOCKED_EXCEL: "an .xls, or a workbook behind a password; `choices` what to save as",
    EMPTY_FILE: "nothing in the file",
    FILE_TOO_LARGE: "over `limit`; split it",
    ARCHIVE_BROKEN: "a zip (or workbook) that does not open whole; save or send it again",
    ARCHIVE_LOCKED: "a zip with a password; take it off",
    ARCHIVE_TOO_LARGE: "unpacks to more than `limit`; split it",
    BROKEN_XML: "XML that breaks off or is malformed at line `row`; export it again",
    XML_WITH_DTD: "XML with a document type or entities, refused for safety; remove the DOCTYPE",
    XML_PREFIX: "a prefix of line `row` that the file does not declare; export it again",
    BROKEN_JSON: "JSON that breaks off or is malformed at line `row`; export it again",
    JSON_LINES: "one JSON value a line; save them as one list",
    JSON_TOO_DEEP: "JSON nested deeper than `limit`; export it again",
    JSON_NOT_KNOWN: "JSON of no program that is read; `value` its keys, `choices` programs",
    UNREADABLE_LETTERS: "letters of row `row` fit no encoding; save as UTF-8",
    UNCLOSED_QUOTE: "a quotation mark of row `row` is not closed; close or remove it",
    UNEXPECTED_TEXT: "`value` stands at line `row` where such a file has something like `choices`",
    MATRIX_TOO_SHORT: "a matrix that ends at line `row` after `value` numbers of `limit`",
    NO_TABLE: "no sheet has known headers; `value` headers found, `choices` ones that would do",
    NO_GRAPH: "no network in the file; `value` what it is",
    TOO_MANY_ACTORS: "more actors than `limit`; split the file",
    TOO_MANY_TIES: "more ties than `limit`; split the file",
    TOO_MANY_ROWS: "more rows than `limit`; split the file",
    SHEET_NOT_UNDERSTOOD: "a sheet without known headers; `value` and `choices` as in no_table",
    EMPTY_TABLE: "headers with no row under them",
    TOO_MANY_COLUMNS: "columns after the first `limit` were not read",
    NAME_MISSING: "a row without a name was left out; add one",
    END_MISSING: "a tie without `field` was left out; add it",
    UNKNOWN_ACTOR: "a tie to `value`, not among the actors, was left out; `choices` close names",
    AMBIGUOUS_ACTOR: "several actors are called `value`; tell which: `choices`",
    UNKNOWN_VALUE: "`value` is not a word of `field` and was not read; `choices` the words",
    NOT_A_NUMBER: "`value` of `field` is not a number and was not read",
    NOT_A_DATE: "`value` of `field` is not a date and was not read; `choices` how to write one",
    ENDS_BEFORE_START: "validity ends before it starts; the end in `field` was not read",
    SAME_ID: "`value` is also the id of row `other_row`; this row was left out",
    LOOP: "a tie from an actor to itself was left out",
    BELONGING_LOOP: "belonging to `value` would make a circle; the belonging was not read",
    IDENTITY_CODE: "a personal identity code in `field`; the cell was not read, nor kept anywhere",
    TEXT_TOO_LONG: "the text of `field` was cut at `limit` characters",
    FORMULA_WITHOUT_VALUE: "a formula never calculated; open in a spreadsheet program and save",
    ERROR_CELL: "the cell shows the error `value`, so it was not read",
}

# Not wrong, but told: the codes of `Note`.
COLUMNS_KEPT = "columns_kept"
VALUES_KEPT = "values_kept"
SHEETS_IGNORED = "sheets_ignored"
ROWS_MERGED = "rows_merged"
ACTORS_FROM_TIES = "actors_from_ties"
TIES_REPEATED = "ties_repeated"
LOOPS_DROPPED = "loops_dropped"
READ_AS_WINDOWS_1252 = "read_as_windows_1252"
NESTED_GRAPHS = "nested_graphs"
HYPEREDGES_LEFT_OUT = "hyperedges_left_out"
PORTS_LEFT_OUT = "ports_left_out"
GRAPHS_LEFT_OUT = "graphs_left_out"
PARTITIONS_LEFT_OUT = "partitions_left_out"
CELLS_MISSING = "cells_missing"
ENDED_KEPT = "ended_kept"
SERVICES_LEFT_OUT = "services_left_out"
EGO_LEFT_OUT = "ego_left_out"
TRASH_LEFT_OUT = "trash_left_out"
DRAWING_LEFT_OUT = "drawing_left_out"
PROBLEMS_LEFT_OUT = "problems_left_out"

NOTES = {
    COLUMNS_KEPT: "a column (`value`) that means nothing to Solmu was kept as it was",
    VALUES_KEPT: "words of another program in `value` were kept as they were",
    SHEETS_IGNORED: "a sheet (`value`) was skipped: marked to be ignored, or hidden",
    ROWS_MERGED: "rows of one and the same actor were read as one",
    ACTORS_FROM_TIES: "actors known only as ends of ties",
    TIES_REPEATED: "ties stated twice in exactly the same way",
    LOOPS_DROPPED: "ties from an actor to itself were left out",
    READ_AS_WINDOWS_1252: "letters were read as Windows-1252, for they are not UTF-8",
    NESTED_GRAPHS: "graphs inside actors were opened; what was inside belongs to the actor",
    HYPEREDGES_LEFT_OUT: "ties of more than two ends were left out",
    PORTS_LEFT_OUT: "ports of actors mean nothing to Solmu",
    GRAPHS_LEFT_OUT: "only the first graph of the file was read",
    PARTITIONS_LEFT_OUT: "a partition or vector (`value`) of another size than the network",
    CELLS_MISSING: "cells of a matrix that say nothing is known; no tie was read from them",
    ENDED_KEPT: "organisations and services no longer published were kept as ended",
    SERVICES_LEFT_OUT: "services that no organisation offers",
    EGO_LEFT_OUT: "what interviewed people said of themselves was left out; they are no actors",
    TRASH_LEFT_OUT: "things in the file's trash were left out",
    DRAWING_LEFT_OUT: "places, colours and sizes of a drawing were left out",
    PROBLEMS_LEFT_OUT: "problems beyond the first ones are counted, not listed",
}
