"""The only place that runs the checks of TypeScript: its types, its floors and its own tests."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

import hatch_build

ROOT = Path(__file__).resolve().parent.parent


def run(capfd: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a tool of node_modules and return what it wrote; fail with it when the tool fails."""
    hatch_build.install_packages(ROOT)
    try:
        hatch_build.run_node(ROOT, *words)
    except subprocess.CalledProcessError:
        pytest.fail("\n".join(capfd.readouterr()), pytrace=False)
    return capfd.readouterr().out


def test_typescript_is_sound_in_its_types(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "node_modules/typescript/bin/tsc", "--noEmit") == ""


def test_islands_are_strangers_to_each_other(capfd: pytest.CaptureFixture[str]) -> None:
    cruise = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"
    written = run(capfd, cruise, "--config", "islands.cjs", "--output-type", "json", "solmu")
    summary = json.loads(written)["summary"]
    assert summary["totalCruised"] > 10, (
        "it looked at nothing: is TypeScript newer than it can read?"
    )
    assert summary["violations"] == []


def test_typescript_passes_its_own_tests(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    report = tmp_path / "vitest.json"
    run(capfd, "node_modules/vitest/vitest.mjs", "run", "--reporter=json", f"--outputFile={report}")
    answer = json.loads(report.read_text(encoding="utf-8"))
    assert answer["success"]
    assert answer["numPassedTests"] > 100
