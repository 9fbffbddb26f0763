"""The only place where analysis speaks in a terminal: the figures of a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import click
from django.utils import timezone, translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from solmu.analysis.forms.wording import (
    HEADINGS,
    REASONS,
    changes_in_words,
    heading_of,
    key_of,
    notes_in_words,
    problems_in_words,
)
from solmu.analysis.rules.measuring import NotANumber, UnknownAttribute, snapshot_of_dataset
from solmu.analysis.rules.profile import ACTOR_FIGURES, NETWORK_FIGURES, TIE_FIGURES, profile
from solmu.analysis.slots import READINGS, REPORTS
from solmu.formats import UnreadableFile, read_file
from solmu.formats.dataset import Dataset
from solmu.formats.limits import MAX_FILE_BYTES
from solmu.registry.forms.wording import in_full
from solmu.sna.snapshot import Note, Snapshot

EXAMPLES = """\b
  solmu analyse map.xlsx
  solmu analyse map.graphml --json > figures.json
  solmu analyse map.graphml --group municipality --strength frequency
  solmu analyse map.xlsx --report report.pdf"""
# A terminal is some hundred signs wide; all figures of each actor are in the JSON.
COLUMNS = ("degree", "in_degree", "out_degree", "strength", "betweenness", "core", "cut_point")


@click.command(
    "analyse",
    help="\n\n".join(
        (
            _(
                "Measure the network in FILE, of any kind that can be imported; - reads standard input."
            ),
            _(
                "Prints figures of the whole, of each actor and of each tie. Loops are dropped and "
                "parallel ties merged, and the notes say so. Distances count steps; strength touches "
                "only strength, constraint, effective size and PageRank. Above 10,000 actors "
                "distances are estimates. docs/measures/ says what each figure means."
            ),
            _(
                "With --report it writes what the network says, as PDF, HTML or XLSX by the file's "
                "ending, in the terminal's language. Persons are not named in it."
            ),
            EXAMPLES,
            _(
                "Ends with 0 when measured, 1 when the file cannot be read, 2 when asked for "
                "something that is not in it."
            ),
        )
    ),
)
@click.argument("file", type=click.File("rb"))
@click.option("--json", "as_json", is_flag=True, help=_("Print all figures as JSON."))
@click.option(
    "--group",
    metavar="ATTRIBUTE",
    help=_("Attribute of actors that groups them; unless said, sector."),
)
@click.option(
    "--strength",
    metavar="ATTRIBUTE",
    help=_("Attribute of ties that holds their strength; unless said, weight, if there is one."),
)
@click.option(
    "--report",
    "paper",
    metavar="TARGET",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help=_("Write what the network says to this file: .pdf, .html or .xlsx."),
)
def analyse_command(
    file: BinaryIO, *, as_json: bool, group: str | None, strength: str | None, paper: Path | None
) -> None:
    ending = "" if paper is None else _ending(paper)
    dataset = _read(file)
    snapshot = _laid_out(dataset, group, strength)
    names = [*NETWORK_FIGURES, "key_players", *ACTOR_FIGURES, *TIE_FIGURES]
    with click.progressbar(
        length=len(names), label=_("Measuring"), file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        figures = profile(snapshot, told=lambda _name: bar.update(1))
    if paper is not None:
        title = dataset.title or Path(getattr(file, "name", "-")).stem
        _write_report(dataset, title, figures["notes"], paper, ending)
    # JSON is for programs: its notes are in one language, whoever runs it.
    with translation.override("en" if as_json else translation.get_language() or "en"):
        told = [read(dataset, group, timezone.localdate()) for read in READINGS]
        figures["findings"] = [finding for one in told for finding in one.findings]
        figures["withheld"] = [why for one in told for why in one.withheld]
        named = key_of if as_json else heading_of
        figures["notes"] = [*notes_in_words(figures, named), *problems_in_words(dataset.problems)]
    if paper is not None and not as_json:
        click.echo(_("%(file)s: the report is written.") % {"file": paper})
    elif as_json:
        click.echo(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        _print(figures)


def _ending(paper: Path) -> str:
    """Return the form that a report's name asks for, or say which there are."""
    ending = paper.suffix.lstrip(".").lower()
    if ending not in REPORTS:
        known = ", ".join(f".{one}" for one in sorted(REPORTS))
        raise click.UsageError(
            _("%(file)s: a report cannot be written so. Choose: %(known)s.")
            % {"file": paper, "known": known}
        )
    return ending


def _write_report(
    dataset: Dataset, title: str, notes: Iterable[Note], paper: Path, ending: str
) -> None:
    """Write the report in the terminal's language."""
    told = (*changes_in_words(notes), *problems_in_words(dataset.problems))
    content = REPORTS[ending](dataset, title, ending, on=timezone.localdate(), notes=tuple(told))
    paper.write_bytes(content)


def _read(file: BinaryIO) -> Dataset:
    """Read no more of a file than may be read, and say what to do when it is refused."""
    name = getattr(file, "name", "-")
    try:
        return read_file(file.read(MAX_FILE_BYTES + 1), name)
    except UnreadableFile as refusal:
        words = f"{name}: {in_full(refusal.problem)}"
        raise click.ClickException(words) from refusal


def _laid_out(dataset: Dataset, group: str | None, strength: str | None) -> Snapshot:
    """Lay the dataset out, or say which attributes there are."""
    try:
        return snapshot_of_dataset(dataset, group, strength, on=timezone.localdate())
    except UnknownAttribute as fault:
        known = ", ".join(fault.known) or _("nothing here would do")
        raise click.UsageError(
            _("Nothing in the file has the attribute %(name)s. Choose: %(known)s.")
            % {"name": fault.name, "known": known}
        ) from fault
    except NotANumber as fault:
        raise click.UsageError(
            _("%(name)s, row %(row)s: ‘%(value)s’ is not a number. Correct it or choose another.")
            % {"name": fault.name, "row": fault.row or "–", "value": fault.value}
        ) from fault


def _print(figures: dict[str, Any]) -> None:
    """Print the figures for a reader."""
    for name, figure in _lines(figures["network"]):
        reason = figures["undefined"].get(name)
        words = _(REASONS[reason]) if reason else _shown(figure)
        click.echo(f"{_(HEADINGS[name]):<38}{words}")
    click.echo()
    headings = [pgettext("figure", "Actor"), *(_(HEADINGS[name]) for name in COLUMNS)]
    rows = [
        [actor["label"], *(_shown(actor[name]) for name in COLUMNS)] for actor in figures["actors"]
    ]
    _print_table([headings, *rows])
    _print_groups(figures["groups"])
    labels = {actor["id"]: actor["label"] for actor in figures["actors"]}
    bridges = [tie for tie in figures["ties"] if tie["bridge"]]
    if bridges:
        click.secho("\n" + _("Ties that alone join two parts"), bold=True)
        pairs = {frozenset((tie["source"], tie["target"])): tie for tie in bridges}
        for tie in pairs.values():
            click.echo(f"  {labels[tie['source']]} – {labels[tie['target']]}")
    if figures["findings"]:
        click.secho("\n" + _("What the network tells"), bold=True)
        click.echo("\n".join(f"  {found['sentence']}" for found in figures["findings"]))
    if figures["notes"]:
        click.secho("\n" + _("Noted on the way"), bold=True)
        click.echo("\n".join(f"  {note}" for note in figures["notes"]))


def _lines(network: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Go through the figures of the whole that have a line of their own, those within others too."""
    for key, figure in network.items():
        if not isinstance(figure, dict):
            yield key, figure
            continue
        within = {
            f"{key}.{name}": value["value"] if isinstance(value, dict) else value
            for name, value in figure.items()
        }
        yield from ((name, value) for name, value in within.items() if name in HEADINGS)


def _print_groups(groups: Sequence[dict[str, Any]]) -> None:
    """Print what lies within and between groups, beside what chance would give."""
    if not groups:
        return
    click.secho("\n" + _("Ties within and between groups"), bold=True)
    for found in groups:
        words = ngettext(
            "%(n)s tie, by chance about %(expected)s", "%(n)s ties, by chance about %(expected)s",
            found["ties"],
        ) % {"n": found["ties"], "expected": _shown(round(found["expected"]))}  # fmt: skip
        click.echo(f"  {found['one']} – {found['other']}: {words}")


def _print_table(rows: list[list[str]]) -> None:
    """Print rows in columns, the first to the left, the figures to the right; the first row is bold."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for place, (first, *rest) in enumerate(rows):
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        click.secho("  ".join(cells).rstrip(), bold=place == 0)


def _shown(figure: float | bool | None) -> str:
    """Write a figure as people read it."""
    if isinstance(figure, bool):
        return pgettext("figure", "yes") if figure else pgettext("figure", "no")
    if figure is None:
        return "–"
    if isinstance(figure, int) or figure.is_integer():
        return str(number_format(int(figure), force_grouping=True))
    return str(number_format(round(figure, 2), 2, force_grouping=True))
