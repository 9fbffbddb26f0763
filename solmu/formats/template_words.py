"""The only place for the texts of the downloadable template, in fi, sv and en."""

from __future__ import annotations

from collections.abc import Mapping

Texts = Mapping[str, str]

TITLE: Texts = {
    "fi": "Verkosto Solmuun",
    "sv": "Ett nätverk till Solmu",
    "en": "A network for Solmu",
}
STEPS: Mapping[str, tuple[str, ...]] = {
    "fi": (
        "1. Kirjoita toimijat välilehdelle Toimijat, yksi riville. Vain nimi tarvitaan.",
        (
            "2. Jos tiedät, kuka tekee kenen kanssa, kirjoita suhteet välilehdelle Suhteet. "
            "Suhteet voi lisätä myös myöhemmin kartalla."
        ),
        "3. Tallenna tiedosto ja tuo se Solmuun. Näet ensin, mitä Solmu ymmärsi.",
        "Omat sarakkeet saavat olla mukana: niiden tiedot säilyvät.",
        "Kirjoita palveluista, älä asiakkaista. Henkilötunnusta Solmu ei lue eikä tallenna.",
    ),
    "sv": (
        "1. Skriv aktörerna på bladet Aktörer, en per rad. Bara namnet är obligatoriskt.",
        (
            "2. Om du vet vem som samarbetar med vem, skriv relationerna på bladet Relationer. "
            "Relationer kan också läggas till senare på kartan."
        ),
        "3. Spara filen och importera den till Solmu. Först ser du vad Solmu förstod.",
        "Egna kolumner får vara med: uppgifterna i dem bevaras.",
        "Skriv om tjänster, inte om klienter. Solmu varken läser eller sparar personbeteckningar.",
    ),
    "en": (
        "1. Write the actors on the sheet Actors, one a row. Only the name is required.",
        (
            "2. If you know who works with whom, write the ties on the sheet Ties. "
            "Ties can be added on the map later, too."
        ),
        "3. Save the file and import it into Solmu. You first see what Solmu understood.",
        "Columns of your own are welcome: what is in them is kept.",
        "Write about services, not clients. Solmu neither reads nor keeps identity codes.",
    ),
}
COLUMN, MEANING, EXAMPLES = (
    {"fi": "Sarake", "sv": "Kolumn", "en": "Column"},
    {"fi": "Mitä siihen kirjoitetaan", "sv": "Vad man skriver där", "en": "What to write there"},
    {
        "fi": "Esimerkkejä (näitä ei lueta)",
        "sv": "Exempel (de här läses inte)",
        "en": "Examples (these are not read)",
    },
)
CHOOSE: Texts = {"fi": "Valitse: {words}.", "sv": "Välj: {words}.", "en": "Choose: {words}."}

ACTOR_MEANINGS: Mapping[str, Texts] = {
    "label": {
        "fi": "Toimijan nimi. Pakollinen.",
        "sv": "Aktörens namn. Obligatoriskt.",
        "en": "The actor’s name. Required.",
    },
    "kind": {
        "fi": "Organisaatio, sen yksikkö, ryhmä vai henkilö?",
        "sv": "En organisation, en enhet i den, en grupp eller en person?",
        "en": "An organisation, a unit of one, a group or a person?",
    },
    "sector": {
        "fi": "Mitä alaa toimija edustaa?",
        "sv": "Vilken sektor företräder aktören?",
        "en": "Which sector does the actor stand for?",
    },
    "municipality": {
        "fi": "Kunnan nimi.",
        "sv": "Kommunens namn.",
        "en": "The municipality’s name.",
    },
    "parent": {
        "fi": "Mihin organisaatioon tai yksikköön toimija kuuluu.",
        "sv": "Vilken organisation eller enhet aktören hör till.",
        "en": "The organisation or unit that the actor is part of.",
    },
    "services": {
        "fi": "Mitä toimija tarjoaa nuorille.",
        "sv": "Vad aktören erbjuder unga.",
        "en": "What the actor offers young people.",
    },
    "contact_person": {"fi": "Kenelle soittaa.", "sv": "Vem man ringer.", "en": "Whom to call."},
    "email": {
        "fi": "Työsähköposti.",
        "sv": "E-postadress i arbetet.",
        "en": "E-mail address at work.",
    },
    "phone": {"fi": "Työnumero.", "sv": "Telefonnummer i arbetet.", "en": "Phone at work."},
    "other_names": {
        "fi": "Lyhenteet ja entiset nimet. Erota pystyviivalla: TE-toimisto | TE-palvelut.",
        "sv": "Förkortningar och tidigare namn. Skilj åt med lodstreck: TE-byrån | TE.",
        "en": "Short and former names. Part them with a bar: TE Office | TE.",
    },
    "ref": {
        "fi": "Oma tunnuksesi, jos kahdella toimijalla on sama nimi. Voi jättää tyhjäksi.",
        "sv": "Ett eget id, om två aktörer har samma namn. Kan lämnas tomt.",
        "en": "An id of your own, if two actors share a name. May be left empty.",
    },
}
TIE_MEANINGS: Mapping[str, Texts] = {
    "source": {
        "fi": "Toimijan nimi niin kuin välilehdellä Toimijat. Pakollinen.",
        "sv": "Aktörens namn som på bladet Aktörer. Obligatoriskt.",
        "en": "The actor’s name as on the sheet Actors. Required.",
    },
    "direction": {
        "fi": "→ vain näin päin, ↔ molempiin suuntiin. Tyhjä = →.",
        "sv": "→ bara åt det här hållet, ↔ åt båda hållen. Tomt = →.",
        "en": "→ only this way, ↔ both ways. Empty = →.",
    },
    "target": {
        "fi": "Toisen toimijan nimi. Monta samalle riville pystyviivalla erotettuna.",
        "sv": "Den andra aktörens namn. Flera på samma rad med lodstreck emellan.",
        "en": "The other actor’s name. Several on one row, parted with a bar.",
    },
    "contents": {
        "fi": "Mitä suhteessa kulkee; omatkin sanat käyvät. Monta pystyviivalla erotettuna.",
        "sv": "Vad som förmedlas; egna ord går också bra. Flera med lodstreck emellan.",
        "en": "What passes; your own words will do, too. Several parted with a bar.",
    },
    "frequency": {
        "fi": "Kuinka usein ollaan tekemisissä.",
        "sv": "Hur ofta man har kontakt.",
        "en": "How often they are in touch.",
    },
    "means": {
        "fi": "Miten: kokous, puhelin, yhteinen vastaanotto…",
        "sv": "Hur: möte, telefon, gemensam mottagning…",
        "en": "How: meeting, phone, joint reception…",
    },
    "note": {
        "fi": "Mitä muuta suhteesta kannattaa tietää.",
        "sv": "Vad man annars bör veta om relationen.",
        "en": "Anything else about the tie.",
    },
    "status": {
        "fi": "Onko suhde jo olemassa vai vasta toive? Tyhjä = olemassa.",
        "sv": "Finns relationen redan eller är den ett önskemål? Tomt = finns.",
        "en": "Does the tie exist, or is it a wish? Empty = exists.",
    },
    "confirmed_on": {
        "fi": "Milloin tieto viimeksi tarkistettiin, esimerkiksi 1.9.2026.",
        "sv": "När uppgiften senast kontrollerades, till exempel 1.9.2026.",
        "en": "When this was last checked, for instance 2026-09-01.",
    },
}
ACTOR_EXAMPLES: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "fi": (
        {"label": "Järvilakeuden Ohjaamo", "kind": "unit", "sector": "ohjaamo",
         "municipality": "Järvilakeus", "parent": "Järvilakeuden kaupunki"},
        {"label": "Nuorten työpaja", "kind": "unit", "sector": "youth",
         "municipality": "Selkäjoki", "services": "valmennus"},
        {"label": "Kela", "kind": "organisation", "sector": "employment"},
    ),
    "sv": (
        {"label": "Navigatorn i Sjöslätten", "kind": "unit", "sector": "ohjaamo",
         "municipality": "Sjöslätten", "parent": "Sjöslättens stad"},
        {"label": "Ungdomsverkstaden", "kind": "unit", "sector": "youth",
         "municipality": "Selkå", "services": "träning"},
        {"label": "FPA", "kind": "organisation", "sector": "employment"},
    ),
    "en": (
        {"label": "Lakeplain Ohjaamo", "kind": "unit", "sector": "ohjaamo",
         "municipality": "Lakeplain", "parent": "Town of Lakeplain"},
        {"label": "Youth workshop", "kind": "unit", "sector": "youth",
         "municipality": "Ridgeford", "services": "workshop coaching"},
        {"label": "Kela", "kind": "organisation", "sector": "employment"},
    ),
}  # fmt: skip
TIE_EXAMPLES: Mapping[str, str] = {
    "direction": "both",
    "contents": "information | joint_work",
    "frequency": "3",
}
