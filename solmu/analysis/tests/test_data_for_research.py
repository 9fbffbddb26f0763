"""A network goes to researchers without a name in it, and what they compute is what Solmu says."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from django.test import Client

from solmu.analysis.levels import ActorFact, LevelGraph, TieFact, roll_up
from solmu.analysis.rules.research import coded, recognisable
from solmu.formats import read_file
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.actors import place_in
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON

CANARY = "Kalevi Kanarialintu"


@pytest.fixture
def drawn(network: Network, aino: Person) -> Network:
    """Four organisations with ties, and a person whose words and name must not come along."""
    own = perspective_of(aino, network)
    ohjaamo = make_actor(own, "Ohjaamo Järvilakeus", sector="ohjaamo")
    kela = make_actor(own, "Kela", sector="employment", contacts=(("email", "k@kela.example"),))
    lukio = make_actor(own, "Lukio", sector="education", description=CANARY)
    seurakunta = make_actor(own, "Seurakunta", sector="associations")
    make_actor(own, "Yksinäinen", sector="associations")
    person = make_actor(own, CANARY, kind="person")
    place_in(person, seurakunta, by=None, at=NOON)
    for source, target, words in (
        (ohjaamo, kela, TieWords(direction="both", frequency=4, contents=("referral",))),
        (ohjaamo, lukio, TieWords(frequency=2, note=CANARY, contents=(f"{CANARY} soittaa",))),
        (person, kela, TieWords(frequency=1, contents=("information",))),
        (lukio, seurakunta, TieWords(status="wished")),
    ):
        state_tie(own, source, target, words, by=None, at=NOON)
    return network


def package(client: Client, network: Network, **asked: str) -> dict[str, bytes]:
    answer = client.get(f"/networks/{network.slug}/research/", {"project": "Nuoret 2026", **asked})
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="nuoret-2026-')
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def test_no_name_contact_note_or_person_is_in_any_file(
    client: Client, drawn: Network, aino: Person
) -> None:
    client.force_login(aino)
    for level in ("organisation", "unit"):
        files = package(client, drawn, level=level, places="on")
        assert set(files) == {
            "README.txt", "codebook.csv", "actors.csv", "ties.csv", "network.graphml",
            "network.gexf", "figures.json", "read_network.py", "read_network.R",
        }  # fmt: skip
        for name, content in files.items():
            text = content.decode("utf-8").casefold()
            for secret in (CANARY, "kela.example", "Seurakunta", "Yksinäinen"):
                assert secret.casefold() not in text, (name, secret)


def test_what_remains_is_who_is_tied_to_whom(client: Client, drawn: Network, aino: Person) -> None:
    client.force_login(aino)
    files = package(client, drawn, level="organisation")
    actors = {row["id"]: row for row in rows(files["actors.csv"])}
    assert sorted(row["sector"] for row in actors.values()) == [
        "associations", "associations", "education", "employment", "ohjaamo"
    ]  # fmt: skip
    ties = {
        (actors[row["source"]]["sector"], actors[row["target"]]["sector"]): row
        for row in rows(files["ties.csv"])
    }
    assert set(ties) == {
        ("ohjaamo", "employment"), ("employment", "ohjaamo"), ("ohjaamo", "education"),
        ("associations", "employment"),
    }  # fmt: skip
    assert ties["ohjaamo", "employment"]["contents"] == "referral"
    assert ties["ohjaamo", "employment"]["frequency"] == "4"
    assert ties["ohjaamo", "education"]["contents"] == "other"
    assert ties["associations", "employment"]["people_only"] == "yes"


def test_one_study_keeps_its_codes_and_another_gets_others(
    client: Client, drawn: Network, aino: Person
) -> None:
    client.force_login(aino)
    first = package(client, drawn, level="organisation")
    assert package(client, drawn, level="organisation", project="NUORET 2026") | {
        "README.txt": b""
    } == first | {"README.txt": b""}
    other = package(client, drawn, level="organisation", project="Nuoret 2026 B")
    codes = [{row["id"] for row in rows(files["actors.csv"])} for files in (first, other)]
    assert not codes[0] & codes[1]


def test_every_column_is_in_the_codebook(client: Client, drawn: Network, aino: Person) -> None:
    client.force_login(aino)
    files = package(client, drawn, level="organisation")
    explained = {(row["file"], row["column"]) for row in rows(files["codebook.csv"])}
    for name in ("actors.csv", "ties.csv"):
        assert {(name, column) for column in rows(files[name])[0]} == {
            pair for pair in explained if pair[0] == name
        }
    assert all(row["meaning"] and row["values"] for row in rows(files["codebook.csv"]))


def test_other_programs_read_the_graphs(client: Client, drawn: Network, aino: Person) -> None:
    client.force_login(aino)
    files = package(client, drawn, level="organisation")
    for graph in (
        nx.parse_graphml(files["network.graphml"].decode("utf-8")),
        nx.read_gexf(io.BytesIO(files["network.gexf"])),
    ):
        assert graph.is_directed()
        assert {tuple(edge) for edge in graph.edges()} == {
            (row["source"], row["target"]) for row in rows(files["ties.csv"])
        }
    read = read_file(files["network.graphml"], "network.graphml")
    assert not read.problems


def test_the_programs_print_the_figures_of_solmu(
    client: Client, drawn: Network, aino: Person, tmp_path: Path
) -> None:
    client.force_login(aino)
    files = package(client, drawn, level="organisation")
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    figures = json.loads(files["figures.json"])
    agree([sys.executable, "read_network.py"], figures, tmp_path)
    if has_sna():  # it is not on every machine; the program in Python is
        agree(["Rscript", "--vanilla", "read_network.R"], figures, tmp_path)


def agree(command: list[str], figures: dict[str, Any], folder: Path) -> None:
    printed = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    told = [line.split() for line in printed.stdout.splitlines()]
    whole = {words[0]: float(words[1]) for words in told if len(words) == 2}
    assert set(whole) == {"size", "ties", "density", "reciprocity", "components"}
    for name, value in whole.items():
        assert value == pytest.approx(figures["network"][name], abs=1e-6), (command, name)
    between = {actor["id"]: actor["betweenness"] for actor in figures["actors"]}
    highest = {words[1]: float(words[2]) for words in told if words[0] == "betweenness"}
    assert len(highest) == 3
    for actor, value in highest.items():
        assert value == pytest.approx(between[actor], abs=1e-6), command
    assert max(highest.values()) == max(between.values()) > 0


def has_sna() -> bool:
    if shutil.which("Rscript") is None:
        return False
    asked = "quit(status = !requireNamespace('sna', quietly = TRUE))"
    return subprocess.run(["Rscript", "-e", asked], capture_output=True).returncode == 0


def graph(*actors: tuple[str, str], directed: bool = True) -> LevelGraph:
    facts = [
        ActorFact(pk=number, ref=f"r{number}", label=f"N{number}", kind="organisation",
                  sector=sector, municipality=place, asked=True)
        for number, (sector, place) in enumerate(actors)
    ]  # fmt: skip
    ties = [TieFact(source=1, target=0, content="joint_work", status="existing", frequency=3)]
    return roll_up(facts, ties, level="organisation", on=NOON.date(), directed=directed)


def test_a_line_without_arrows_is_one_row() -> None:
    found = coded(graph(("youth", "A"), ("work", "B"), directed=False), str.upper, places=False)
    assert [(row["source"], row["target"], row["contents"]) for row in found.ties] == [
        ("R0", "R1", "joint_work")
    ]
    assert found.dataset().ties[0].direction == "undirected"


def test_municipalities_are_numbers_and_only_when_asked_for() -> None:
    there = graph(("youth", "Aava"), ("youth", "Aava"), ("work", "Suvanto"))
    told = coded(there, str.upper, places=True)
    assert [row["municipality"] for row in told.actors] == ["M1", "M1", "M2"]
    assert {row["municipality"] for row in coded(there, str.upper, places=False).actors} == {""}


def test_who_can_be_guessed_is_counted() -> None:
    there = graph(("youth", "A"), ("youth", "B"), ("work", "A"), ("youth", "B"))
    assert recognisable(there.nodes, places=False) == 1  # the only one of work
    assert recognisable(there.nodes, places=True) == 2


def test_the_page_says_first_what_it_reveals(client: Client, drawn: Network, aino: Person) -> None:
    client.force_login(aino)
    page = client.get(f"/networks/{drawn.slug}/research/").content.decode()
    assert "Mitä tästä paljastuu" in page
    assert "5 toimijasta 3 on alansa ainoita" in page
    unnamed = client.get(f"/networks/{drawn.slug}/research/", {"project": " "})
    assert unnamed.status_code == 422
    assert "Nimeä tutkimus, johon aineisto menee." in unnamed.content.decode()
