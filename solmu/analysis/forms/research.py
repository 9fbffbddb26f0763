"""The only place for what people choose of data for research, and for the words that explain the package."""

from __future__ import annotations

from collections.abc import Iterator

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from solmu.analysis.levels import LevelGraph

CODEBOOK_COLUMNS = ("file", "column", "meaning", "values")
LEVELS = (("organisation", gettext_lazy("Organisations")), ("unit", gettext_lazy("Units")))


class ResearchForm(forms.Form):
    """At which level, how exactly, and for which study a network is given out without names."""

    project = forms.CharField(
        label=gettext_lazy("Which study?"),
        help_text=gettext_lazy(
            "The name keeps the codes: the same study gets the same codes next year, another study gets others."
        ),
        max_length=80,
        error_messages={"required": gettext_lazy("Name the study that the data is for.")},
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Level"),
        choices=LEVELS,
        widget=forms.RadioSelect,
        initial="organisation",
    )
    places = forms.BooleanField(
        label=gettext_lazy("Tell municipalities as numbers"),
        help_text=gettext_lazy(
            "An actor that is the only one of its sector in its municipality is easy to guess."
        ),
        required=False,
    )


def codebook() -> Iterator[dict[str, str]]:
    """Yield what each column means and which values it has."""
    yes_no = "yes | no"
    ties, actors = "ties.csv", "actors.csv"
    rows = (
        (actors, "id", _("The actor’s code. It is the same in all files of the package."), "A…"),
        (actors, "kind", _("Organisation, unit, or group without an organisation."), "organisation | unit | group"),
        (actors, "sector", _("Field of work; empty when not known."), "ohjaamo | education | employment | wellbeing | youth | associations | business"),
        (actors, "municipality", _("Number of the municipality; empty when not known or not given out."), "M1, M2 …"),
        (actors, "asked", _("Whether the actor was asked about its ties. When not, its missing ties are unknown, not absent."), yes_no),
        (ties, "source", _("From whom. In a network without arrows the order means nothing."), "A…"),
        (ties, "target", _("To whom."), "A…"),
        (ties, "contents", _("What passes, several with | between; other is something in somebody’s own words."), "information | referral | joint_work | expertise | consultation | resources | other"),
        (ties, "frequency", _("How often: 1 seldom, 2 monthly, 3 weekly, 4 daily."), "1–4"),
        (ties, "closeness", _("How near: 1 distant, 4 near."), "1–4"),
        (ties, "people_only", _("The tie rests on persons only; the organisations have not agreed on it."), yes_no),
        (ties, "said", _("How many of those asked told of the tie."), "1, 2 …"),
        (ties, "asked", _("How many were asked who could have told of it."), "1, 2 …"),
    )  # fmt: skip
    yield from (dict(zip(CODEBOOK_COLUMNS, row, strict=True)) for row in rows)


def readme(network: str, project: str, graph: LevelGraph, *, alone: int) -> bytes:
    """Return the first file to read: what this is, how it was made, what it must not be used for."""
    asked = sum(node.asked for node in graph.nodes)
    lines = (
        _("%(network)s: data for the study “%(project)s”") % {"network": network, "project": project},
        _("State of %(date)s. Only ties that exist; wished, possible and ended ones are left out.")
        % {"date": date_format(graph.on, "SHORT_DATE_FORMAT")},
        _("Asked of their ties: %(asked)s of %(all)s actors. What the others did not say is unknown.")
        % {"asked": asked, "all": len(graph.nodes)},
        _("Names, contacts, notes and persons are not in the files. Persons’ ties are counted for their organisations."),
        ngettext(
            "%(n)s actor could be recognised by somebody who knows the area.",
            "%(n)s actors could be recognised by somebody who knows the area.",
            alone,
        )
        % {"n": alone},
        _("Do not try to recognise actors, and do not hand the files on. Ask the coordinator instead."),
        _("codebook.csv explains the columns. read_network.py and read_network.R read the files and print the same figures as figures.json; those are explained in Solmu’s pages on measures."),
    )  # fmt: skip
    return "\n\n".join(lines).encode("utf-8") + b"\n"
