"""Rows that one answer would bring in are kept aside with their problem."""

from __future__ import annotations

import io

import xlsxwriter

from solmu.formats import read_file
from solmu.formats.dataset import ActorRow, TieRow


def test_a_tie_to_an_unknown_actor_is_kept_aside_with_its_end_as_written() -> None:
    dataset = read_file(
        b"Nimi;Kunta\nKela;Oulu\n;Oulu\n",
        "toimijat.csv",
    )
    (nameless,) = dataset.left_out
    assert isinstance(nameless, ActorRow)
    assert (nameless.label, nameless.municipality, nameless.row) == ("", "Oulu", 3)
    assert [found.code for found in dataset.problems] == ["name_missing"]


def test_ties_of_a_workbook_that_name_nobody_are_kept_aside() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        actors, ties = book.add_worksheet("Toimijat"), book.add_worksheet("Suhteet")
        actors.write_column(0, 0, ["Nimi", "Kela", "Ohjaamo"])
        ties.write_row(0, 0, ["Mistä", "Mihin", "Kuinka usein"])
        ties.write_row(1, 0, ["Kela", "Ohjaamo", "viikoittain"])
        ties.write_row(2, 0, ["Nuortenpaja", "Kela", "viikoittain"])
    dataset = read_file(data.getvalue(), "toimijat.xlsx")
    (loose,) = dataset.left_out
    assert isinstance(loose, TieRow)
    assert (loose.source, loose.target, loose.frequency, loose.row) == ("Nuortenpaja", "Kela", 3, 3)
    assert len(dataset.ties) == 1
