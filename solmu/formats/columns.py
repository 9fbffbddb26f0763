"""The only place for the names of columns, and of other programs' attributes, in fi, sv and en.

A row: the field, then the header each language writes, then other headers that mean it, as real
contact lists and other programs write them. Order is the order of columns in files that Solmu
writes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from solmu.formats.vocabulary import LANGUAGES

Row = tuple[str, str, str, str, tuple[str, ...]]

ACTOR_SHEETS = {"fi": "Toimijat", "sv": "Aktörer", "en": "Actors"}
TIE_SHEETS = {"fi": "Suhteet", "sv": "Relationer", "en": "Ties"}
INSTRUCTION_SHEETS = {"fi": "Ohje", "sv": "Anvisning", "en": "Instructions"}

ACTOR_COLUMNS: tuple[Row, ...] = (
    (
        "label",
        "Nimi",
        "Namn",
        "Name",
        ("label", "toimija", "toimijan nimi", "aktör", "actor", "nimike", "node", "node label"),
    ),
    ("kind", "Laji", "Slag", "Kind", ("tyyppi", "typ", "type", "networkCanvasType", "node type")),
    ("sector", "Ala", "Sektor", "Sector", ("sektori", "toimiala", "hallinnonala", "bransch")),
    (
        "municipality",
        "Kunta",
        "Kommun",
        "Municipality",
        ("paikkakunta", "kaupunki", "kotikunta", "ort", "stad", "city", "town"),
    ),
    (
        "parent",
        "Kuuluu",
        "Hör till",
        "Belongs to",
        ("kuuluu mihin", "emo-organisaatio", "yläorganisaatio", "osa", "part of", "parent"),
    ),
    ("services", "Palvelut", "Tjänster", "Services", ("palvelu", "tjänst", "service")),
    ("description", "Kuvaus", "Beskrivning", "Description", ("esittely", "lyhyt kuvaus", "about")),
    ("tags", "Avainsanat", "Nyckelord", "Tags", ("asiasanat", "avainsana", "taggar", "keywords")),
    (
        "business_id",
        "Y-tunnus",
        "FO-nummer",
        "Business ID",
        ("ly-tunnus", "y tunnus", "företagsnummer", "businesscode"),
    ),
    (
        "contact_person",
        "Yhteyshenkilö",
        "Kontaktperson",
        "Contact person",
        ("yht.hlö", "yht.henkilö", "yhteyshlö", "yhdyshenkilö", "kontakti", "kontakt", "contact"),
    ),
    (
        "email",
        "Sähköposti",
        "E-post",
        "E-mail",
        ("sähköpostiosoite", "s-posti", "sposti", "meili", "e-postadress", "email address", "mail"),
    ),
    (
        "phone",
        "Puhelin",
        "Telefon",
        "Phone",
        (
            "puh",
            "puh.nro",
            "puh nro",
            "puhelinnro",
            "puhelinnumero",
            "p",
            "gsm",
            "matkapuhelin",
            "tel",
            "tfn",
            "telefonnummer",
            "mobil",
            "mobile",
            "phone number",
            "telephone",
        ),
    ),
    (
        "website",
        "Verkkosivu",
        "Webbplats",
        "Website",
        (
            "www",
            "verkkosivut",
            "kotisivu",
            "kotisivut",
            "nettisivu",
            "nettisivut",
            "hemsida",
            "url",
        ),
    ),
    (
        "other_names",
        "Muut nimet",
        "Andra namn",
        "Other names",
        ("muu nimi", "lyhenne", "alias", "entinen nimi", "förkortning", "alternate name"),
    ),
    ("ref", "Tunnus", "Id", "ID", ("toimijan tunnus", "key")),
    # How contact lists name whom a row is about: settled into a name and whom it belongs to.
    (
        "unit",
        "Yksikkö",
        "Enhet",
        "Unit",
        ("yksikön nimi", "toimipiste", "toimipaikka", "osasto", "tiimi", "department", "team"),
    ),
    (
        "organisation",
        "Organisaatio",
        "Organisation",
        "Organisation",
        (
            "org",
            "organization",
            "taho",
            "työnantaja",
            "taustaorganisaatio",
            "taustayhteisö",
            "yhteisö",
            "järjestö",
            "yhdistys",
            "virasto",
            "oppilaitos",
            "yritys",
            "company",
            "employer",
            "arbetsgivare",
        ),
    ),
    ("first_name", "Etunimi", "Förnamn", "First name", ("given name", "tilltalsnamn")),
    ("last_name", "Sukunimi", "Efternamn", "Last name", ("surname", "family name")),
)
TIE_COLUMNS: tuple[Row, ...] = (
    (
        "source",
        "Mistä",
        "Från",
        "From",
        ("lähde", "source", "kuka", "toimija 1", "aktör 1", "actor 1", "keneltä", "från vem"),
    ),
    (
        "direction",
        "Suunta",
        "Riktning",
        "Direction",
        ("suunnattu",),
    ),
    (
        "target",
        "Mihin",
        "Till",
        "To",
        (
            "kohde",
            "target",
            "kenelle",
            "kenen kanssa",
            "toimija 2",
            "aktör 2",
            "actor 2",
            "till vem",
        ),
    ),
    (
        "contents",
        "Mitä kulkee",
        "Vad förmedlas",
        "What passes",
        ("sisältö", "sisällöt", "innehåll", "content", "contents", "type", "tyyppi", "relation"),
    ),
    (
        "frequency",
        "Kuinka usein",
        "Hur ofta",
        "How often",
        ("frequency", "yhteydenpito", "kontaktfrekvens"),
    ),
    ("means", "Tapa", "Sätt", "Means", ("miten", "hur", "how", "kanava", "kanal", "channel")),
    ("closeness", "Läheisyys", "Närhet", "Closeness", ()),
    (
        "weight",
        "Paino",
        "Vikt",
        "Weight",
        (
            *("strength", "vahvuus", "voimakkuus", "painoarvo", "styrka", "value", "arvo"),
            "stated_weight",
        ),
    ),
    (
        "note",
        "Muistiinpano",
        "Anteckning",
        "Note",
        (
            "muistiinpanot",
            "anteckningar",
            "notes",
            "huomautus",
            "anmärkning",
            "huom",
            "huomio",
            "huomautukset",
            "lisätieto",
            "lisätietoja",
            "kommentti",
            "description",
        ),
    ),
    ("status", "Tila", "Läge", "Status", ("tilanne",)),
    (
        "valid_from",
        "Voimassa alkaen",
        "Gäller från",
        "Valid from",
        ("alkaen", "alku", "alkanut", "start", "start date"),
    ),
    (
        "valid_to",
        "Voimassa asti",
        "Gäller till",
        "Valid to",
        ("asti", "loppu", "päättyy", "päättynyt", "end", "end date", "valid until"),
    ),
    (
        "confirmed_on",
        "Vahvistettu",
        "Bekräftad",
        "Confirmed",
        ("vahvistettu pvm", "confirmed on", "päivitetty"),
    ),
)
# Headers that only other programs' files use: there, words unknown to Solmu are no mistakes.
KUMU_ACTOR_HEADER = "label"
KUMU_TIE_HEADERS = frozenset({"type", "label", "strength", "tags", "id", "description"})

# Columns that edge lists of Gephi have beside a better one for the same: Type is Directed or
# Undirected there, and Weight what the program drew by.
TIE_HEADER_OF_WAY = "type"
TIE_HEADER_OF_DRAWN_WEIGHT, TIE_HEADER_OF_STATED_WEIGHT = "weight", "statedweight"

# A key of another program that would be taken for a column of ours is written with this before it.
EXTRA_PREFIX = "extra:"

_IRRELEVANT = re.compile(r"[\W_]+")
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def fold_header(header: str) -> str:
    """Bring a header to the form in which headers are compared: letters and digits only.

    >>> fold_header("Yht.hlö: "), fold_header("E-MAIL *")
    ('yhthlö', 'email')
    """
    return _IRRELEVANT.sub("", header.casefold())


def _index(rows: tuple[Row, ...]) -> dict[str, str]:
    index: dict[str, str] = {}
    for place in range(4):
        for row in rows:
            index.setdefault(fold_header(row[:4][place]), row[0])
    for row in rows:
        for other in row[4]:
            index.setdefault(fold_header(other), row[0])
    return index


_FIELDS: Mapping[str, Mapping[str, str]] = {
    "actors": _index(ACTOR_COLUMNS),
    "ties": _index(TIE_COLUMNS),
}
_HEADERS = {
    (table, language, row[0]): row[1:4][place]
    for table, rows in (("actors", ACTOR_COLUMNS), ("ties", TIE_COLUMNS))
    for row in rows
    for place, language in enumerate(LANGUAGES)
}


@lru_cache(maxsize=4096)
def field_of(table: str, header: str) -> str:
    """Find the field that a header means in a table of ``actors`` or ``ties``; empty when none.

    >>> field_of("actors", "Puh. (työ)"), field_of("ties", "Kuinka usein?")
    ('phone', 'frequency')
    """
    known = _FIELDS[table]
    if header.startswith(EXTRA_PREFIX):
        return ""
    whole = known.get(fold_header(header), "")
    if whole:
        return whole
    bare = _IN_BRACKETS.sub("", header)
    for part in (bare, *bare.split("/")):
        if found := known.get(fold_header(part), ""):
            return found
    return ""


def header_for(table: str, field: str, language: str) -> str:
    """Give the header that ``language`` writes for a field.

    >>> header_for("ties", "contents", "sv")
    'Vad förmedlas'
    """
    return _HEADERS[table, language, field]


def language_of(headers: tuple[str, ...]) -> str:
    """Tell in which language most of these headers are; Finnish when it cannot be told.

    >>> language_of(("Namn", "Kommun", "Telefon"))
    'sv'
    """
    folded = {fold_header(header) for header in headers}
    votes = dict.fromkeys(LANGUAGES, 0)
    for (_, language, _), header in _HEADERS.items():
        votes[language] += fold_header(header) in folded
    return max(LANGUAGES, key=lambda language: votes[language])
