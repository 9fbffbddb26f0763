"""A feature without its page fails here."""

from __future__ import annotations

import re
import tomllib

import click
import pytest

from solmu.config.command import gather
from solmu.formats import FORMATS
from tests.house.floors import ROOT

METHODS = (
    "M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M13", "M15", "M30", "M32", "M33", "M34",
    "M36",
)  # fmt: skip


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_readme_names_the_two_commands_and_what_they_need() -> None:
    readme = read("README.md")
    for word in ("make run", "make test", "Python 3.11", "Chromium", "PORT=8123", "HOST="):
        assert word in readme


def test_every_setting_that_is_read_is_explained() -> None:
    read_settings = set(re.findall(r'"(SOLMU_[A-Z_]+)"', read("solmu/config/settings.py")))
    explained = read("README.md") + read("docs/operating.md")
    assert len(read_settings) > 10
    assert not {
        name
        for name in read_settings
        if name not in explained and name.rsplit("_", 1)[-1] not in explained
    }


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    groups = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    reasons = read("docs/decisions/0002-dependencies.md").lower().replace("python-igraph", "igraph")
    names = {re.split(r"[\[<>=~! ]", line)[0].lower() for line in groups}
    assert not {name for name in names if name not in reasons}


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_every_format_has_a_page(ending: str) -> None:
    assert len(read(f"docs/formats/{ending}.md")) > 400


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("method", METHODS)
def test_every_method_in_use_has_a_page(language: str, method: str) -> None:
    page = read(f"docs/methods/{language}/{method}.md")
    assert page.startswith("# ")
    assert len(page) > 400


def test_the_guide_is_written_in_finnish_first() -> None:
    finnish = {path.stem for path in (ROOT / "docs/guide/fi").glob("*.md")}
    assert len(finnish) >= 6
    for language in ("sv", "en"):
        assert {path.stem for path in (ROOT / f"docs/guide/{language}").glob("*.md")} == finnish


def test_every_word_of_the_command_teaches_itself_and_stands_in_the_readme() -> None:
    words = gather()
    documented = read("README.md") + read("docs/operating.md")
    for name, command in words.commands.items():
        assert command.help, name
        assert len(command.get_help(click.Context(command))) > 80, name
        assert f"solmu {name}" in documented, name
