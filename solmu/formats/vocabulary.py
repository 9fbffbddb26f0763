"""The only place for the words of kind, sector, content, frequency and the rest in fi, sv and en.

A row: the code, then the word each language writes, then other words that mean it. Where the word
of one language is another code's in the next, the first row wins.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

LANGUAGES = ("fi", "sv", "en")

Row = tuple[str, str, str, str, tuple[str, ...]]

KINDS: tuple[Row, ...] = (
    (
        "organisation",
        "organisaatio",
        "organisation",
        "organisation",
        ("organization", "org", "järjestö", "yhdistys", "yritys", "kunta", "virasto", "company"),
    ),
    (
        "unit",
        "yksikkö",
        "enhet",
        "unit",
        ("toimipiste", "osasto", "tiimi", "palvelu", "department", "team", "avdelning"),
    ),
    ("group", "ryhmä", "grupp", "group", ("verkosto", "työryhmä", "nätverk", "network")),
    ("person", "henkilö", "person", "person", ("ihminen", "työntekijä", "people", "human")),
)
SECTORS: tuple[Row, ...] = (
    ("ohjaamo", "Ohjaamo", "Navigatorn", "Ohjaamo", ("one-stop guidance centre", "navigator")),
    (
        "education",
        "koulutus",
        "utbildning",
        "education",
        ("koulu", "oppilaitos", "opetus", "oppilaitokset", "skola", "school", "training"),
    ),
    (
        "employment",
        "työ ja toimeentulo",
        "arbete och utkomst",
        "work and income",
        (
            "työ",
            "arbete",
            "employment",
            "työllisyys",
            "työllistyminen",
            "työllisyyspalvelut",
            "työvoima",
            "sysselsättning",
            "work",
        ),
    ),
    (
        "wellbeing",
        "hyvinvointi",
        "välfärd",
        "wellbeing",
        (
            "sote",
            "terveys",
            "sosiaali",
            "sosiaali- ja terveys",
            "sosiaali- ja terveyspalvelut",
            "hyvinvointialue",
            "hälsa",
            "well-being",
            "health",
            "social and health",
            "health and social care",
        ),
    ),
    (
        "youth",
        "nuorten palvelut",
        "ungdomstjänster",
        "youth services",
        (
            "nuoriso",
            "ungdom",
            "youth",
            "nuorisotyö",
            "nuorisopalvelut",
            "nuoret",
            "ungdomsarbete",
            "youth work",
        ),
    ),
    (
        "associations",
        "järjestöt ja seurakunnat",
        "föreningar och församlingar",
        "associations and parishes",
        (
            "järjestöt",
            "organisationer",
            "associations",
            "järjestö",
            "yhdistys",
            "yhdistykset",
            "kolmas sektori",
            "seurakunta",
            "förening",
            "föreningar",
            "tredje sektorn",
            "ngo",
            "third sector",
            "association",
        ),
    ),
    (
        "business",
        "yritykset",
        "företag",
        "businesses",
        (
            "yritys",
            "business",
            "elinkeinoelämä",
            "yksityinen",
            "privat",
            "näringsliv",
            "company",
            "private",
        ),
    ),
)
DIRECTIONS: tuple[Row, ...] = (
    (
        "forward",
        "→",
        "→",
        "→",
        (
            "->",
            "-->",
            "=>",
            "directed",
            "forward",
            "one way",
            "vasemmalta oikealle",
            "yksisuuntainen",
            "yhteen suuntaan",
            "suunnattu",
            "enkelriktad",
            "åt ena hållet",
            "riktad",
        ),
    ),
    (
        "back",
        "←",
        "←",
        "←",
        ("<-", "<--", "<=", "back", "backward", "reversed", "oikealta vasemmalle"),
    ),
    (
        "both",
        "↔",
        "↔",
        "↔",
        (
            "<->",
            "<-->",
            "<=>",
            "⇄",
            "⇆",
            "mutual",
            "both",
            "both ways",
            "two way",
            "bidirectional",
            "molemmat",
            "molempiin suuntiin",
            "kaksisuuntainen",
            "vastavuoroinen",
            "åt båda hållen",
            "dubbelriktad",
            "ömsesidig",
        ),
    ),
    (
        "undirected",
        "–",
        "–",
        "–",
        (
            "-",
            "--",
            "—",
            "undirected",
            "none",
            "no direction",
            "ei suuntaa",
            "suuntaamaton",
            "oriktad",
            "ingen riktning",
        ),
    ),
)
CONTENTS: tuple[Row, ...] = (
    ("information", "tieto", "information", "information", ("tiedot", "info", "tiedonkulku")),
    (
        "referral",
        "asiakasohjaus",
        "hänvisning",
        "referral",
        ("ohjaus palveluun", "palveluohjaus", "asiakkaat", "referrals", "klienthänvisning"),
    ),
    (
        "joint_work",
        "yhteinen työ",
        "gemensamt arbete",
        "joint work",
        ("yhteistyö", "yhteistoiminta", "samarbete", "cooperation", "collaboration"),
    ),
    ("expertise", "asiantuntemus", "sakkunskap", "expertise", ("osaaminen", "expertis")),
    ("consultation", "neuvonpito", "rådplägning", "consultation", ("konsultaatio", "konsultation")),
    (
        "resources",
        "aika ja raha",
        "tid och pengar",
        "time and money",
        (
            "resurssit",
            "resurser",
            "resources",
            "voimavarat",
            "raha",
            "rahoitus",
            "tilat",
            "funding",
            "finansiering",
        ),
    ),
    ("decisions", "päätökset", "beslut", "decisions", ("päätöksenteko", "decision", "päätös")),
)
FREQUENCIES: tuple[Row, ...] = (
    (
        "4",
        "päivittäin",
        "dagligen",
        "daily",
        ("joka päivä", "pvä", "varje dag", "every day"),
    ),
    (
        "3",
        "viikoittain",
        "varje vecka",
        "weekly",
        ("joka viikko", "viikottain", "veckovis", "every week"),
    ),
    (
        "2",
        "kuukausittain",
        "varje månad",
        "monthly",
        ("joka kuukausi", "kuukausittainen", "månatligen", "månadsvis", "every month"),
    ),
    (
        "1",
        "harvemmin",
        "mer sällan",
        "less often",
        (
            "harvoin",
            "muutaman kerran vuodessa",
            "vuosittain",
            "sällan",
            "årligen",
            "seldom",
            "rarely",
            "yearly",
        ),
    ),
)
CLOSENESS: tuple[Row, ...] = (
    ("4", "4", "4", "4", ("läheinen", "hyvin läheinen", "nära", "near", "close")),
    ("3", "3", "3", "3", ("melko läheinen", "ganska nära", "fairly close")),
    ("2", "2", "2", "2", ("melko etäinen", "ganska avlägsen", "fairly distant")),
    ("1", "1", "1", "1", ("etäinen", "avlägsen", "distant", "far")),
)
STATUSES: tuple[Row, ...] = (
    (
        "existing",
        "olemassa",
        "finns",
        "existing",
        ("nykyinen", "on olemassa", "voimassa", "befintlig", "nuvarande", "current", "exists"),
    ),
    ("wished", "toivottu", "önskad", "wished", ("toive", "toivottava", "önskas", "wanted")),
    ("possible", "mahdollinen", "möjlig", "possible", ("ehkä", "kanske", "maybe", "potential")),
)

VOCABULARIES: Mapping[str, tuple[Row, ...]] = {
    "kind": KINDS,
    "sector": SECTORS,
    "direction": DIRECTIONS,
    "contents": CONTENTS,
    "frequency": FREQUENCIES,
    "closeness": CLOSENESS,
    "status": STATUSES,
}


def fold(text: str) -> str:
    """Bring a word to the form in which words are compared.

    >>> fold("  Joka   VIIKKO ")
    'joka viikko'
    """
    return " ".join(text.casefold().split())


def _index() -> dict[str, dict[str, str]]:
    index: dict[str, dict[str, str]] = {}
    for field, rows in VOCABULARIES.items():
        words = index.setdefault(field, {})
        for place in range(4):
            for row in rows:
                words.setdefault(fold(row[:4][place]), row[0])
        for row in rows:
            for other in row[4]:
                words.setdefault(fold(other), row[0])
        for row in rows:
            words.setdefault(fold(row[0].replace("_", " ")), row[0])
    return index


_CODES = _index()
_WORDS = {
    (field, language, row[0]): row[1:4][place]
    for field, rows in VOCABULARIES.items()
    for row in rows
    for place, language in enumerate(LANGUAGES)
}


@lru_cache(maxsize=8192)
def code_of(field: str, word: str) -> str:
    """Find the code that a word of a file means, in any language; empty when none.

    >>> code_of("frequency", "Varje vecka"), code_of("kind", "robotti")
    ('3', '')
    """
    return _CODES[field].get(fold(word), "")


def word_for(field: str, code: str, language: str) -> str:
    """Give the word that ``language`` writes for a code; a text that is no code stays itself.

    >>> word_for("status", "wished", "fi")
    'toivottu'
    """
    return _WORDS.get((field, language, code), code)


def words_of(field: str, language: str) -> tuple[str, ...]:
    """List the words of a field in a language, in their own order.

    >>> words_of("status", "sv")
    ('finns', 'önskad', 'möjlig')
    """
    return tuple(word_for(field, row[0], language) for row in VOCABULARIES[field])
