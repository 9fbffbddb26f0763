"""The only place for the words by which youth services are called in Finnish and Swedish.

A row: the concept, then every way it is written, folded (small letters, punctuation as spaces).
Inflected and short forms stand beside the formal one, for so people write. Add to a row whenever
two names of one service were not recognised as such.
"""

from __future__ import annotations

from collections.abc import Mapping

CONCEPTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ohjaamo", ("ohjaamo", "nuorten ohjaamo", "ohjaamotalo", "navigatorn", "navigator")),
    (
        "employment_services",
        (
            "työllisyysalue", "työllisyysalueen", "työllisyyspalvelut", "työllisyyspalvelu",
            "työllisyysalueen palvelut", "kunnan työllisyyspalvelut", "te palvelut", "te toimisto",
            "te toimiston", "tetoimisto", "te keskus", "työvoimatoimisto", "työkkäri",
            "työvoimapalvelut", "työ ja elinkeinotoimisto", "sysselsättningsområde",
            "sysselsättningsområdet", "sysselsättningstjänster", "te byrån", "te byrå",
            "te tjänster", "arbets och näringsbyrån", "arbetskraftsbyrån", "arbetsförmedlingen",
        ),
    ),
    (
        "vitality_centre",
        ("elinvoimakeskus", "ely keskus", "ely", "livskraftscentralen", "ntm centralen", "ntm"),
    ),
    ("kela", ("kela", "kansaneläkelaitos", "kelan toimisto", "fpa", "folkpensionsanstalten")),
    (
        "outreach",
        (
            "etsivä nuorisotyö", "etsivän nuorisotyön", "etsivä nuorisotyöntekijä",
            "etsivät nuorisotyöntekijät", "etsivä", "etsivät", "etsivä työ", "etsivän työn tiimi",
            "uppsökande ungdomsarbete", "uppsökande ungdomsarbetet", "uppsökande",
        ),
    ),
    (
        "youth_workshop",
        (
            "nuorten työpaja", "nuorten työpajat", "nuortenpaja", "nuorten paja", "nuorisopaja",
            "nuorisotyöpaja", "työpaja", "työpajat", "työpajatoiminta", "paja", "starttipaja",
            "ungdomsverkstad", "ungdomsverkstaden", "verkstad", "verkstaden", "verkstadsverksamhet",
        ),
    ),
    (
        "youth_services",
        (
            "nuorisopalvelut", "nuorisopalvelu", "nuorisotoimi", "nuorisotoimen", "nuorisotoimisto",
            "nuorisotyö", "nuorten palvelut", "nuorisovapaa aikapalvelut", "ungdomstjänster",
            "ungdomsservice", "ungdomsarbete", "ungdomsväsende", "ungdomsbyrån",
        ),
    ),
    (
        "youth_house",
        (
            "nuorisotila", "nuorisotilat", "nuorisotalo", "nuorisokeskus", "nuokku", "nutari",
            "ungdomsgård", "ungdomsgården", "ungdomslokal", "ungdomscentral",
        ),
    ),
    (
        "study_counselling",
        (
            "opinto ohjaajat", "opinto ohjaaja", "opinto ohjaus", "opot", "opo", "opon", "opojen",
            "oppilaanohjaus", "oppilaanohjaajat", "oppilaanohjaaja", "studiehandledare",
            "studiehandledning", "studiehandledarna", "elevhandledare", "elevhandledning",
        ),
    ),
    (
        "student_welfare",
        (
            "opiskeluhuolto", "opiskeluhuollon palvelut", "opiskelijahuolto", "oppilashuolto",
            "elevhälsa", "studerandevård", "elevvård", "elev och studerandevård",
        ),
    ),
    (
        "school_social_work",
        ("koulukuraattori", "koulukuraattorit", "kuraattori", "kuraattorit", "skolkurator", "kurator"),
    ),
    ("school_psychology", ("koulupsykologi", "koulupsykologit", "skolpsykolog", "skolpsykologer")),
    (
        "student_health",
        (
            "kouluterveydenhuolto", "opiskeluterveydenhuolto", "opiskelijaterveydenhuolto",
            "koulu ja opiskeluterveydenhuolto", "kouluterkkarit", "skolhälsovård",
            "studerandehälsovård", "skol och studerandehälsovård",
        ),
    ),
    (
        "vocational_college",
        (
            "ammattiopisto", "ammattikoulu", "amis", "ammatillinen oppilaitos", "ammattioppilaitos",
            "yrkesinstitut", "yrkesinstitutet", "yrkesskola", "yrkesskolan", "yrkesläroanstalt",
        ),
    ),
    ("upper_secondary", ("lukio", "lukion", "gymnasium", "gymnasiet")),
    (
        "comprehensive_school",
        (
            "peruskoulu", "peruskoulut", "yläkoulu", "yläkoulun", "yläaste", "yhtenäiskoulu",
            "perusopetus", "grundskola", "grundskolan", "högstadium", "högstadiet",
            "grundläggande utbildning",
        ),
    ),
    (
        "preparatory_education",
        ("tuva", "tuva koulutus", "tutkintokoulutukseen valmentava koulutus", "hux", "hux utbildning"),
    ),
    ("folk_high_school", ("kansanopisto", "kansanopiston", "folkhögskola", "folkhögskolan")),
    (
        "adult_education",
        (
            "kansalaisopisto", "työväenopisto", "medborgarinstitut", "medborgarinstitutet", "kansalaisopiston",
            "arbetarinstitut", "arbis",
        ),
    ),
    ("applied_sciences", ("ammattikorkeakoulu", "amk", "yrkeshögskola", "yrkeshögskolan", "yh")),
    ("apprenticeship", ("oppisopimus", "oppisopimustoimisto", "oppisopimuspalvelut", "läroavtal")),
    (
        "youth_mental_health",
        (
            "nuorten mielenterveyspalvelut", "nuorten mielenterveys", "nuorten mt palvelut",
            "nuorten mt", "nuorisopsykiatria", "nuorisopsykiatrian poliklinikka", "nuorisopsyka",
            "mentalvårdstjänster för unga", "ungdomspsykiatri", "ungdomspsykiatriska polikliniken",
        ),
    ),
    (
        "mental_health",
        (
            "mielenterveyspalvelut", "mielenterveystoimisto", "mt palvelut", "mtt", "mielenterveys",
            "mentalvård", "mentalvårdstjänster", "mentalvårdsbyrån", "psykiatrian poliklinikka",
        ),
    ),
    (
        "mental_and_substance",
        (
            "mielenterveys ja päihdepalvelut", "miepä", "miepä palvelut", "mipä", "mtp palvelut",
            "mental och missbrukartjänster", "mental och beroendevård",
        ),
    ),
    (
        "substance_services",
        (
            "päihdepalvelut", "päihdehuolto", "a klinikka", "nuorisoasema", "päihdeklinikka",
            "missbrukarvård", "missbrukartjänster", "beroendevård", "a kliniken",
        ),
    ),
    (
        "adult_social_work",
        (
            "aikuissosiaalityö", "aikuissosiaalityön", "aikuisten sosiaalipalvelut", "sosiaalitoimisto",
            "sossu", "vuxensocialarbete", "socialbyrån", "socialkansliet",
        ),
    ),
    ("social_work", ("sosiaalityö", "sosiaalipalvelut", "socialarbete", "socialservice")),
    ("child_welfare", ("lastensuojelu", "lastensuojelun", "lasu", "barnskydd", "barnskyddet")),
    ("aftercare", ("jälkihuolto", "lastensuojelun jälkihuolto", "eftervård", "barnskyddets eftervård")),
    ("family_counselling", ("perheneuvola", "perheneuvonta", "familjerådgivning", "familjerådgivningen")),
    ("family_centre", ("perhekeskus", "familjecenter", "familjecentret")),
    (
        "rehabilitative_work",
        ("kuntouttava työtoiminta", "kuty", "arbetsverksamhet i rehabiliteringssyfte"),
    ),
    (
        "debt_counselling",
        ("talous ja velkaneuvonta", "velkaneuvonta", "ekonomi och skuldrådgivning", "skuldrådgivning"),
    ),
    ("housing_advice", ("asumisneuvonta", "asumisneuvoja", "boenderådgivning")),
    ("youth_housing", ("nuorisoasunnot", "nuorisoasuntoyhdistys", "nuorten asunnot", "ungdomsbostäder")),
    (
        "parish",
        (
            "seurakunta", "seurakunnan", "evankelisluterilainen seurakunta", "ev lut seurakunta",
            "seurakuntayhtymä", "srk", "församling", "församlingen", "kyrkliga samfälligheten",
        ),
    ),
    ("diaconia", ("diakonia", "diakoniatyö", "diakonissat", "diakonin", "diakoniarbete")),
    (
        "four_h",
        ("4h", "4h yhdistys", "4h kerho", "4h toiminta", "nelihoo", "4h förening", "4h föreningen"),
    ),
    ("red_cross", ("spr", "punainen risti", "suomen punainen risti", "röda korset", "frk")),
    ("child_welfare_league", ("mll", "mannerheimin lastensuojeluliitto", "mannerheims barnskyddsförbund")),
    ("mental_health_association", ("mielenterveysyhdistys", "mielenterveys ry", "mieli ry", "psykisk hälsa")),
    ("anchor", ("ankkuri", "ankkuritiimi", "ankkuritoiminta", "ankarteamet", "ankarverksamhet")),
    ("police", ("poliisi", "poliisiasema", "poliisilaitos", "polis", "polisen", "polisinrättning")),
    ("library", ("kirjasto", "kirjaston", "kaupunginkirjasto", "pääkirjasto", "bibliotek", "biblioteket", "stadsbibliotek")),
    ("sports", ("liikuntapalvelut", "liikuntatoimi", "idrottstjänster", "idrottsväsende")),
    ("culture", ("kulttuuripalvelut", "kulttuuritoimi", "kulturtjänster", "kulturväsende")),
    (
        "education_department",
        (
            "sivistyspalvelut", "sivistystoimi", "sivistystoimiala", "opetustoimi", "koulutoimi",
            "kasvatus ja koulutus", "bildningstjänster", "bildningsväsende", "utbildningsväsende",
        ),
    ),
    ("wellbeing_county", ("hyvinvointialue", "hyvinvointialueen", "hva", "välfärdsområde", "välfärdsområdet")),
    ("municipality", ("kaupunki", "kaupungin", "kunta", "kunnan", "stad", "stads", "kommun", "kommuns")),
    ("entrepreneurs", ("yrittäjät", "yrittäjäyhdistys", "företagarna", "företagare")),
    (
        "immigrant_services",
        (
            "maahanmuuttopalvelut", "maahanmuuttajapalvelut", "kotoutumispalvelut",
            "kotouttamispalvelut", "invandrarservice", "integrationstjänster",
        ),
    ),
)  # fmt: skip

# Names of before the reforms of 2023–2026: the tasks went on elsewhere.
FORMER: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "te palvelut", "te toimisto", "te toimiston", "tetoimisto", "te keskus",
            "työvoimatoimisto", "työkkäri", "te byrån", "te byrå", "te tjänster",
            "arbets och näringsbyrån", "työ ja elinkeinotoimisto", "arbetskraftsbyrån",
        ),
        "employment_services",
    ),
    **dict.fromkeys(("ely keskus", "ely", "ntm centralen", "ntm"), "vitality_centre"),
}  # fmt: skip

# What kind of body it is says nothing of which one it is.
LEGAL_FORMS = frozenset(
    ("ry", "rf", "rek", "oy", "oyj", "ab", "abp", "ky", "tmi", "sr", "osk", "hf", "ltd")
)
FILLERS = frozenset(("ja", "och", "and", "the", "för", "i", "of", "sekä"))
# Two names that differ in one of these mean two actors.
MARKS: Mapping[str, str] = {
    **dict.fromkeys(
        ("suomenkielinen", "suomalainen", "finska", "finsk", "finskspråkig"), "finnish"
    ),
    **dict.fromkeys(
        ("ruotsinkielinen", "ruotsalainen", "svenska", "svensk", "svenskspråkig"), "swedish"
    ),
}

# Genitives that share too little with the name they come from.
TOWN_FORMS: Mapping[str, str] = {
    "turun": "turku",
    "hgin": "helsinki",
    "hki": "helsinki",
    "tre": "tampere",
    "jkl": "jyväskylä",
    "jkylä": "jyväskylä",
    "lpr": "lappeenranta",
    "rovan": "rovaniemi",
    "hml": "hämeenlinna",
}

# Addresses that anyone may have tell nothing of where somebody works.
COMMON_DOMAINS = frozenset(
    (
        "gmail.com", "hotmail.com", "hotmail.fi", "outlook.com", "live.com", "live.fi", "icloud.com",
        "yahoo.com", "luukku.com", "suomi24.fi", "kolumbus.fi", "elisanet.fi", "saunalahti.fi",
        "netti.fi", "pp.inet.fi", "pp1.inet.fi", "mail.com", "protonmail.com", "example.fi",
        "example.com", "example.org",
    )
)  # fmt: skip
