"""The only place where the registry speaks in a terminal: files in and out, and the directory's search."""

from __future__ import annotations

import json
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NoReturn

import click
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from solmu.formats import FORMATS, WRITERS, UnreadableFile, ending_of, read_file, write_file
from solmu.formats.dataset import Dataset
from solmu.formats.limits import MAX_FILE_BYTES
from solmu.lib.reach import NotAllowed, NotReachable
from solmu.networks.access import enter
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.access import visibilities_for
from solmu.registry.actions.applying import bring_in
from solmu.registry.actions.indexing import index_texts, refresh_index
from solmu.registry.forms.questions import BadQuestions, Id, read_questions
from solmu.registry.forms.wording import in_full, note_sentence
from solmu.registry.models import Contact, Perspective
from solmu.registry.queries.beside import index_beside
from solmu.registry.queries.directory_texts import Place
from solmu.registry.queries.exports import dataset_of
from solmu.registry.queries.imports import earlier_readings, facts_of
from solmu.registry.queries.searching import ask_index
from solmu.registry.rules.answers import Answers
from solmu.registry.rules.planning import Plan, understand
from solmu.registry.rules.showing import shown, tally

IMPORT_EXAMPLES = """\b
  solmu import jarvilakeus toimijat.xlsx --by aino.laine@example.fi
  solmu import jarvilakeus kumu.csv --title Kumu --yes"""
EXPORT_EXAMPLES = """\b
  solmu export jarvilakeus verkosto.xlsx --contacts
  solmu export jarvilakeus verkosto.graphml --existing"""
CONVERT_EXAMPLES = """\b
  solmu convert kumu.xlsx verkosto.graphml
  solmu convert palvelut.json toimijat.xlsx
  solmu convert verkosto.gexf verkosto.net.zip"""
SEARCH_EXAMPLES = """\b
  solmu search kysymykset.json
  solmu search kysymykset.json --json > vastaukset.json"""
SEARCH_FORM = """\b
  {"docs":    [{"id": 1, "name": "Kela", "text": "Perustoimeentulotuki, opintotuki"}],
   "queries": [{"q": "rahat loppu"}]}"""
_MOST_LINES = 20
_MOST_ANSWERS = 10
_LANGUAGE = click.Choice(["fi", "sv", "en"])


def _language(_ctx: click.Context, _parameter: click.Parameter, code: str | None) -> str | None:
    if code:
        translation.activate(code)
    return code


language_option = click.option(
    "--language",
    type=_LANGUAGE,
    callback=_language,
    is_eager=True,
    help=_("Language of what is printed, and of the words in files. Unless said, the terminal’s."),
)


@click.command(
    "import",
    help="\n\n".join(
        (
            _("Bring FILE to the map of NETWORK."),
            _(
                "Excel, CSV, GraphML, GEXF, Pajek, UCINET, Kumu, Network Canvas, PTV and HSDS are read; "
                "the content says which a file is."
            ),
            _(
                "Prints what was understood and asks before anything changes. Doubles stay apart and "
                "rows with a problem stay out; the review in the browser lets you decide on each."
            ),
            IMPORT_EXAMPLES,
            _("Ends with 0 when the file is on the map, 1 when it is not, 2 when asked wrongly."),
        )
    ),
)
@click.argument("network")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--title", help=_("Whose reading this is. Unless said, the file’s name."))
@click.option(
    "--by", metavar="EMAIL", help=_("The member who brings it. Unless said, the operator.")
)
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@language_option
def import_command(
    network: str, file: Path, title: str | None, by: str | None, yes: bool, language: str | None
) -> None:
    del language
    found = _network(network)
    person, seen = _acting(found, by)
    dataset = _read(file)
    title = (title or dataset.title or file.stem)[:160]
    earlier = _earlier(found, person, title)
    facts = facts_of(found, seen=seen, earlier=earlier)
    plan = understand(dataset, facts)
    what = shown(plan, dataset, facts)
    rows = _say(dataset, plan, what, earlier)
    if not rows:
        click.echo(_("Everything is on the map already."))
        return
    if not yes:
        click.confirm(_("Bring this to the map?"), abort=True)
    with _bar(_("Bringing the file to the map"), 2) as bar:
        bar.update(1)
        act = bring_in(found, plan, title=title, replaces=earlier, by=person, at=timezone.now())
        bar.update(1)
    told = _("On the map: %(actors)s new actors, %(ties)s ties. The list of changes can undo it.")
    click.secho(told % act.summary, fg="green")


@click.command(
    "export",
    help="\n\n".join(
        (
            _("Write the map of NETWORK into FILE; its ending says in which form."),
            _("The endings: %(endings)s.") % {"endings": ", ".join(WRITERS)},
            EXPORT_EXAMPLES,
        )
    ),
)
@click.argument("network")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--contacts", is_flag=True, help=_("Contacts too, all of them."))
@click.option(
    "--existing", is_flag=True, help=_("Only ties that exist, not wished or possible ones.")
)
@click.option("--yes", is_flag=True, help=_("Write over a file that exists."))
@language_option
def export_command(
    network: str, file: Path, contacts: bool, existing: bool, yes: bool, language: str | None
) -> None:
    found = _network(network)
    seen = tuple(Contact.Visibility.values) if contacts else ()
    dataset = dataset_of(found, seen=seen, wished=not existing)
    _write(dataset, file, language, yes=yes)


@click.command(
    "convert",
    help="\n\n".join(
        (
            _("Read the file IN and write it as OUT; the ending of OUT says in which form."),
            _("The endings: %(endings)s.") % {"endings": ", ".join(WRITERS)},
            _(
                "No network and no database is needed. Rows with a problem are told of and stay out."
            ),
            CONVERT_EXAMPLES,
        )
    ),
)
@click.argument(
    "source", metavar="IN", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.argument("target", metavar="OUT", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help=_("Write over a file that exists."))
@language_option
def convert_command(source: Path, target: Path, yes: bool, language: str | None) -> None:
    _format_of(target)
    dataset = _read(source)
    _say_troubles(dataset)
    _write(dataset, target, language, yes=yes)


@click.command(
    "search",
    help="\n\n".join(
        (
            _("Answer the queries of FILE from its documents, as a network’s directory would."),
            SEARCH_FORM,
            _(
                "The index lives in temporary tables of the database that is set; what is stored there "
                "is neither read nor changed."
            ),
            SEARCH_EXAMPLES,
        )
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("Print ids as JSON, best first."))
@language_option
def search_command(file: Path, as_json: bool, language: str | None) -> None:
    del language
    with file.open("rb") as opened:
        data = opened.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        _fail(_("%(name)s is over 25 MB. Split it.") % {"name": file.name})
    try:
        asked = read_questions(data)
    except BadQuestions as wrong:
        words = f"{file.name}: {wrong}"
        raise click.ClickException(words) from wrong
    keys = list(asked.documents)
    reader = str(Contact.Visibility.READERS)
    with index_beside():
        said = enumerate(asked.documents.values(), 1)
        index_texts(0, {Place(number, reader): texts for number, texts in said})
        found: list[tuple[str, list[Id]]] = []
        for query in asked.queries:
            answer = ask_index(0, (reader,), query).found[:_MOST_ANSWERS]
            found.append((query, [keys[one.key - 1] for one in answer]))
    if as_json:
        results = [{"q": query, "ids": ids} for query, ids in found]
        click.echo(json.dumps({"results": results}, ensure_ascii=False))
        return
    for query, ids in found:
        click.secho(query, bold=True)
        for place, key in enumerate(ids, 1):
            click.echo(f"  {place:>2}  {key!s:<12}  {asked.documents[key][0].text}")
        if not ids:
            click.echo("  " + _("No matches. Try another word."))


@click.command(
    "reindex",
    help="\n\n".join(
        (
            _("Build the directory’s index of NETWORK anew, or of all networks."),
            _(
                "Needed after an update of Solmu or after Voikko was installed, if nobody is to wait: "
                "otherwise the first search does it."
            ),
        )
    ),
)
@click.argument("network", required=False)
@language_option
def reindex_command(network: str | None, language: str | None) -> None:
    del language
    found = [_network(network)] if network else list(Network.objects.order_by("slug"))
    for one in found:
        refresh_index(one, anew=True)
        click.echo(_("%(name)s: built anew") % {"name": one.slug})


def _network(name: str) -> Network:
    found = Network.objects.filter(Q(slug=name) | Q(name__iexact=name)).first()
    if found is None:
        known = ", ".join(Network.objects.order_by("slug").values_list("slug", flat=True)[:20])
        words = _("No such network: %(name)s. Choose: %(known)s.")
        raise click.ClickException(words % {"name": name, "known": known or "–"})
    return found


def _acting(network: Network, email: str | None) -> tuple[Person | None, tuple[str, ...]]:
    """Return who brings the file and which contacts it is compared with: the operator sees all."""
    if email is None:
        return None, tuple(Contact.Visibility.values)
    person = Person.objects.filter(email=email.strip().lower()).first()
    try:
        entry = enter(person, network.slug, role="member") if person else None
    except (NotReachable, NotAllowed):
        entry = None
    if entry is None:
        words = _("%(email)s may not bring files to this network. Invite them as a member first.")
        raise click.ClickException(words % {"email": email})
    return person, visibilities_for(entry)


def _earlier(network: Network, person: Person | None, title: str) -> Perspective | None:
    return next((one for one in earlier_readings(network, person) if one.title == title), None)


def _read(file: Path) -> Dataset:
    """Read no more of a file than may be read; a refusal says where and what to do."""
    with file.open("rb") as opened:
        data = opened.read(MAX_FILE_BYTES + 1)
    with _bar(_("Reading the file"), 1) as bar:
        try:
            dataset = read_file(data, file.name)
        except UnreadableFile as refusal:
            words = f"{file.name}: {in_full(refusal.problem)}"
            raise click.ClickException(words) from refusal
        bar.update(1)
    return dataset


def _format_of(file: Path) -> str:
    ending = ending_of(file.name)
    if ending:
        return ending
    last = file.suffix.lstrip(".").lower()
    read_only = any(last in (one.ending, *one.also) for one in FORMATS.values())
    if read_only:
        words = _(
            "Solmu reads %(name)s but does not write such. End the name with one of: %(endings)s."
        )
    else:
        words = _("Cannot write %(name)s. End the name with one of these: %(endings)s.")
    raise click.UsageError(words % {"name": file.name, "endings": ", ".join(WRITERS)})


def _write(dataset: Dataset, file: Path, language: str | None, *, yes: bool) -> None:
    ending = _format_of(file)
    if file.exists() and not yes:
        click.confirm(_("%(name)s exists. Write over it?") % {"name": file.name}, abort=True)
    tongue = language or (translation.get_language() or "fi")[:2]
    try:
        file.write_bytes(write_file(dataset, ending, tongue))
    except OSError as fault:
        words = _("Cannot write %(name)s: %(fault)s")
        _fail(words % {"name": str(file), "fault": fault.strerror})
    told = _("%(name)s: %(actors)s actors, %(ties)s ties")
    facts = {"name": file.name, "actors": len(dataset.actors), "ties": len(dataset.ties)}
    click.echo(told % facts)


def _fail(words: str) -> NoReturn:
    raise click.ClickException(words)


def _bar(label: str, steps: int) -> AbstractContextManager[Any]:
    """Show progress where somebody watches; a pipe gets none."""
    return click.progressbar(
        length=steps, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
    )


def _say(dataset: Dataset, plan: Plan, what: dict[str, object], earlier: Perspective | None) -> int:
    """Print what was understood; returns how many rows come to the map."""
    counts = tally(what, Answers())
    if earlier is not None:
        click.echo(_("Updates the earlier reading %(title)s.") % {"title": earlier.title})
    lines = (
        (counts.new_actors, ngettext("%(n)s new actor", "%(n)s new actors", counts.new_actors)),
        (counts.new_ties, ngettext("%(n)s new tie", "%(n)s new ties", counts.new_ties)),
        (counts.changes, ngettext("%(n)s change", "%(n)s changes", counts.changes)),
        (
            counts.doubles,
            ngettext(
                "%(n)s possible double, kept apart",
                "%(n)s possible doubles, kept apart",
                counts.doubles,
            ),
        ),
        (
            counts.unchanged + counts.seconded,
            ngettext(
                "%(n)s is on the map already",
                "%(n)s are on the map already",
                counts.unchanged + counts.seconded,
            ),
        ),
    )
    for count, words in lines:
        if count:
            click.echo("  " + words % {"n": count})
    _say_troubles(dataset, [one.problem for one in plan.problems])
    return counts.rows


def _say_troubles(dataset: Dataset, problems: object = None) -> None:
    found = list(dataset.problems if problems is None else problems)  # type: ignore[call-overload]
    for problem in found[:_MOST_LINES]:
        click.secho(in_full(problem), fg="yellow", err=True)
    if len(found) > _MOST_LINES:
        more = len(found) - _MOST_LINES
        words = ngettext(
            "%(n)s further problem is not listed.", "%(n)s further problems are not listed.", more
        )
        click.secho(words % {"n": more}, fg="yellow", err=True)
    for note in dataset.notes:
        click.echo(note_sentence(note), err=True)
