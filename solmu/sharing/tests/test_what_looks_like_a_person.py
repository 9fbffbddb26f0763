from __future__ import annotations

import pytest

from solmu.sharing.queries import _listed
from solmu.sharing.rules.namelike import NameStore, name_store, signs_of


@pytest.fixture(scope="module")
def names() -> NameStore:
    """The names that the product itself looks out for, and one rare name that a network knows."""
    return name_store(_listed("first_names.txt"), _listed("surnames.txt"), ["Xhemile Hoxha"])


@pytest.mark.parametrize(
    "text",
    [
        "Maija Niemi", "maija niemi", "MAIJA NIEMI", "Maijan puhelin", "Kysy Pekalta", "M. Virtanen", "M.K. Niemi",
        "Virtanen, M.", "rehtori Virtanen", "Anna-Liisa", "Åsa Lindström", "Åsas mottagning", "Lindströms kontor",
        "aino@example.fi", "040 123 4567", "+358401234567", "(03) 123 45 678", "Xhemile ohjaa", "xhemile hoxha",
        "ohjaus (Fatima)", "Jarin ja Kaisan ryhmä", "Virtasen perhekoti",
    ],
)  # fmt: skip
def test_what_names_or_reaches_a_person_is_seen(text: str, names: NameStore) -> None:
    assert signs_of(text, names)


@pytest.mark.parametrize(
    "text",
    [
        "Ohjaamo Järvilakeus", "Nuorten työpaja", "Kela", "TE-toimisto", "Salon kaupunki", "Mäki ry", "Koskikeskus",
        "Lukio", "Aikuislukio", "Etsivä nuorisotyö", "Seurakunta", "Lakeuden rakennus Oy", "TUVA-koulutus",
        "Mielenterveysyhdistys", "avoinna klo 9–15", "16–29-vuotiaat", "vuosina 2024–2026", "2024-2026", "Y-tunnus 1234567-1",
        "Ungdomsverkstaden", "Folkhälsan", "uraohjaus, palveluohjaus, ryhmät", "4H-yhdistys",
    ],
)  # fmt: skip
def test_what_organisations_and_services_are_called_is_not(text: str, names: NameStore) -> None:
    assert signs_of(text, names) == ()


def test_an_organisation_that_bears_a_first_name_is_asked_about(names: NameStore) -> None:
    assert signs_of("Toivo ry", names) == ("first_name",)


def test_a_surname_that_the_network_knows_tells_even_alone_unless_it_is_a_place() -> None:
    names = name_store([], [], ["Maija Kanarialintu", "Minna Salo"], ["Salo", "Pori"])
    assert signs_of("Kanarialinnun ryhmä", names) == ("surname",)
    assert signs_of("Kysy Kanarialintulta", names) == ("surname",)
    assert signs_of("Salon kaupunki", names) == ()
