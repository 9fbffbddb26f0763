"""Contact lists as people really keep them are read without being tidied first."""

from __future__ import annotations

from solmu.formats.tests.workbooks import codes, read, read_csv, told


def test_contacts_alone_are_a_good_import() -> None:
    dataset = read(
        {
            "Taulukko1": [
                ["Organisaatio", "Yht.hlö", "Puh.", "Sähköposti", "Kunta"],
                ["Kela", "Mari Salo", "040 123 4567", "mari@example.fi", "Seinäjoki"],
                ["4H-yhdistys", "", "", "", "Ilmajoki"],
            ]
        }
    )
    kela, club = dataset.actors
    assert (kela.label, kela.contact_person, kela.phone) == ("Kela", "Mari Salo", "040 123 4567")
    assert (kela.email, kela.municipality, kela.row) == ("mari@example.fi", "Seinäjoki", 2)
    assert (club.label, club.ref) == ("4H-yhdistys", "4H-yhdistys")
    assert dataset.ties == ()
    assert dataset.problems == ()


def test_titles_and_blank_rows_above_the_headers_are_passed_over() -> None:
    dataset = read(
        {
            "Yhteystiedot": [
                ["Järvilakeuden nuorten palvelut, päivitetty 3/2026"],
                [],
                [],
                ["Toimija", "Paikkakunta", "www-sivut"],
                ["Nuorisotalo", "Järvilakeus"],
            ]
        }
    )
    assert [(actor.label, actor.row) for actor in dataset.actors] == [("Nuorisotalo", 5)]


def test_a_unit_stands_before_its_organisation() -> None:
    dataset = read_csv(
        "Organisaatio;Yksikkö;Puh\nJämsän kaupunki;Etsivä nuorisotyö;040\nKela;;020\n"
    )
    first, second = dataset.actors
    assert (first.label, first.parent) == ("Etsivä nuorisotyö", "Jämsän kaupunki")
    assert (second.label, second.parent) == ("Kela", "")


def test_a_name_beside_an_organisation_belongs_to_it() -> None:
    dataset = read_csv("Nimi,Organisaatio,Rooli\nPaja,Säätiö,vetäjä\nKela,Kela,\n")
    workshop, kela = dataset.actors
    assert (workshop.label, workshop.parent) == ("Paja", "Säätiö")
    assert dict(workshop.extra) == {"Rooli": "vetäjä"}
    assert kela.parent == ""


def test_people_of_one_organisation_become_one_actor_with_both_contacts() -> None:
    dataset = read_csv(
        "Etunimi;Sukunimi;Organisaatio;Sähköposti\n"
        "Mari;Salo;Kela;mari@example.fi\n"
        "Otto;Virta;Kela;otto@example.fi\n"
    )
    (kela,) = dataset.actors
    assert kela.contact_person == "Mari Salo; Otto Virta"
    assert kela.email == "mari@example.fi; otto@example.fi"
    assert told(dataset) == {"rows_merged": 1}


def test_a_list_of_people_without_organisations_is_a_list_of_people() -> None:
    (mari,) = read_csv("Etunimi;Sukunimi\nMari;Salo\n").actors
    assert (mari.label, mari.kind) == ("Mari Salo", "person")


def test_one_name_in_two_municipalities_means_two_actors() -> None:
    dataset = read_csv("Nimi;Kunta\nNuorisopalvelut;Jämsä\nNuorisopalvelut;Äänekoski\n")
    assert [actor.ref for actor in dataset.actors] == ["Nuorisopalvelut", "Nuorisopalvelut #2"]
    assert dataset.problems == ()


def test_a_bare_column_of_names_is_a_list() -> None:
    dataset = read_csv("Nimi\nKela\nJämsä, nuorisopalvelut\n")
    assert [actor.label for actor in dataset.actors] == ["Kela", "Jämsä, nuorisopalvelut"]


def test_columns_that_mean_nothing_are_kept_and_told() -> None:
    dataset = read(
        {"T": [["Nimi", "Laskutusosoite", "", "Puhelin", "Puhelin"], ["A", "x", "y", "1", "2"]]}
    )
    (actor,) = dataset.actors
    assert dict(actor.extra) == {"Laskutusosoite": "x", "C": "y", "Puhelin": "2"}
    assert actor.phone == "1"
    assert {note.value for note in dataset.notes if note.code == "columns_kept"} == {
        "Laskutusosoite",
        "C",
        "Puhelin",
    }


def test_swedish_and_english_lists_are_understood() -> None:
    swedish = read_csv("Namn;Kommun;Telefon;Slag\nFPA;Vasa;020;organisation\n").actors[0]
    english = read_csv("Name,Municipality,Phone,Kind\nKela,Vaasa,020,unit\n").actors[0]
    assert (swedish.municipality, swedish.phone, swedish.kind) == ("Vasa", "020", "organisation")
    assert (english.municipality, english.phone, english.kind) == ("Vaasa", "020", "unit")


def test_other_sheets_of_the_book_do_not_stop_it_but_are_told() -> None:
    dataset = read(
        {
            "Toimijat": [["Nimi"], ["Kela"]],
            "Budjetti": [["Vuosi", "Euroa"], [2026, 1200]],
            "Luonnos (ignore)": [["Nimi"], ["Ei tätä"]],
            "Tyhjä": [],
        }
    )
    assert [actor.label for actor in dataset.actors] == ["Kela"]
    (problem,) = dataset.problems
    assert (problem.code, problem.sheet, problem.row) == ("sheet_not_understood", "Budjetti", 1)
    assert problem.value == "Vuosi, Euroa"
    assert "Nimi" in problem.choices
    assert told(dataset) == {"sheets_ignored": 1}


def test_numbers_and_dates_come_as_the_sheet_shows_them() -> None:
    dataset = read(
        {"T": [["Nimi", "Puhelin", "Hinta"], ["A", 401234567, 0.1 + 0.2], ["B", 12.0, 3]]}
    )
    first, second = dataset.actors
    assert (first.phone, first.extra["Hinta"]) == ("401234567", "0.3")
    assert second.phone == "12"
    assert codes(dataset) == []
