"""The only place where analysis speaks in a terminal: the figures of a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import click
from django.utils import timezone, translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext, pgettext

from solmu.analysis.rules.measuring import (
    ACTOR_FIGURES,
    NETWORK_FIGURES,
    TIE_FIGURES,
    NotANumber,
    UnknownAttribute,
    profile,
    snapshot_of_dataset,
)
from solmu.analysis.slots import REPORTS
from solmu.formats import UnreadableFile, read_file
from solmu.formats.dataset import Dataset, Problem
from solmu.formats.limits import MAX_FILE_BYTES
from solmu.registry.forms.wording import in_full
from solmu.sna.snapshot import Note, Snapshot

EXAMPLES = """\b
  solmu analyse map.xlsx
  solmu analyse map.graphml --json > figures.json
  solmu analyse map.graphml --group municipality --strength frequency
  solmu analyse map.xlsx --report report.pdf"""
HEADINGS = {
    "size": gettext_noop("Number of actors"),
    "ties": gettext_noop("Number of ties"),
    "directed": gettext_noop("Ties have directions"),
    "density": gettext_noop("Share of possible ties"),
    "reciprocity": gettext_noop("Share of arrows that are answered"),
    "reciprocity_dyadic": gettext_noop("Share of tied pairs tied both ways"),
    "components": gettext_noop("Parts"),
    "components_strong": gettext_noop("Parts along the arrows"),
    "degree": gettext_noop("All ties"),
    "in_degree": gettext_noop("Ties in"),
    "out_degree": gettext_noop("Ties out"),
    "strength": gettext_noop("Summed strength"),
    "betweenness": gettext_noop("Betweenness"),
    "core": gettext_noop("Core"),
    "cut_point": gettext_noop("Cut point"),
}
REASONS = {
    "too_few_actors": gettext_noop("fewer than two actors"),
    "no_ties": gettext_noop("no ties"),
    "undirected": gettext_noop("ties have no directions"),
}


@click.command(
    "analyse",
    help="\n\n".join(
        (
            _(
                "Measure the network in FILE, of any kind that can be imported; - reads standard input."
            ),
            _(
                "Prints figures of the whole, of each actor and of each tie. Loops are dropped and "
                "parallel ties merged, and the notes say so. Distances count steps; only strength "
                "reads the ties' strength. docs/measures/ says what each figure means."
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
    names = [*NETWORK_FIGURES, *ACTOR_FIGURES, *TIE_FIGURES]
    with click.progressbar(
        length=len(names), label=_("Measuring"), file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        figures = profile(snapshot, told=lambda _name: bar.update(1))
    if paper is not None:
        title = dataset.title or Path(getattr(file, "name", "-")).stem
        _write_report(dataset, title, figures["notes"], paper, ending)
    # JSON is for programs: its notes are in one language, whoever runs it.
    with translation.override("en" if as_json else translation.get_language() or "en"):
        figures["notes"] = [*_notes(figures["notes"]), *_problems(dataset.problems)]
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
    told = (*_notes(notes), *_problems(dataset.problems))
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


def _notes(notes: Iterable[Note]) -> list[str]:
    """Say what was changed before measuring, as far as it touches a figure."""
    counts: dict[str, int] = {}
    for note in notes:
        counts[note.code] = counts.get(note.code, 0) + note.count
    return [words for code, n in counts.items() if (words := _note(code, n))]


def _note(code: str, n: int) -> str:
    """Say one of the things that were changed."""
    match code:
        case "loops_dropped":
            words = ngettext(
                "%(n)s loop was dropped: a tie from an actor to itself.",
                "%(n)s loops were dropped: ties from an actor to itself.",
                n,
            )
        case "parallels_merged":
            words = ngettext(
                "%(n)s parallel tie was merged into another of the same pair; the strongest counts.",
                "%(n)s parallel ties were merged into others of the same pairs; the strongest counts.",
                n,
            )
        case "strength_missing":
            words = ngettext(
                "%(n)s tie has no strength and counts as 1.",
                "%(n)s ties have no strength and count as 1.",
                n,
            )
        case "frequency_as_strength":
            words = ngettext(
                "%(n)s tie has no weight; how often counts as its strength.",
                "%(n)s ties have no weight; how often counts as their strength.",
                n,
            )
        case "not_counted":
            words = ngettext(
                "%(n)s tie is wished, possible or over and was not counted.",
                "%(n)s ties are wished, possible or over and were not counted.",
                n,
            )
        case "actors_from_ties":
            words = ngettext(
                "%(n)s actor is known only from ties.", "%(n)s actors are known only from ties.", n
            )
        case "hyperedges_left_out":
            words = ngettext(
                "%(n)s tie of more than two ends was left out.",
                "%(n)s ties of more than two ends were left out.",
                n,
            )
        case "graphs_left_out":
            words = _("Only the first graph of the file was measured.")
        case _:
            return ""
    return words % {"n": n}


def _problems(problems: Sequence[Problem]) -> list[str]:
    """Say that rows could not be read, and where the first is."""
    # A loop is told by its own note.
    told = [problem for problem in problems if problem.code != "loop"]
    if not told:
        return []
    words = ngettext(
        "%(n)s thing in the file could not be read, on row %(row)s (%(code)s).",
        "%(n)s things in the file could not be read, the first on row %(row)s (%(code)s).",
        len(told),
    )
    first = told[0]
    return [words % {"n": len(told), "row": first.row or "–", "code": first.code}]


def _print(figures: dict[str, Any]) -> None:
    """Print the figures for a reader."""
    for name, figure in figures["network"].items():
        reason = figures["undefined"].get(name)
        words = _(REASONS[reason]) if reason else _shown(figure)
        click.echo(f"{_(HEADINGS[name]):<38}{words}")
    click.echo()
    headings = [pgettext("figure", "Actor"), *(_(HEADINGS[name]) for name in ACTOR_FIGURES)]
    rows = [
        [actor["label"], *(_shown(actor[name]) for name in ACTOR_FIGURES)]
        for actor in figures["actors"]
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
    if figures["notes"]:
        click.secho("\n" + _("Noted on the way"), bold=True)
        click.echo("\n".join(f"  {note}" for note in figures["notes"]))


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
