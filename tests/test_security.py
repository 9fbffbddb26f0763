"""What holds for every page: strict policy, nothing foreign, no unsafe start."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from django.test import Client

from tests.house.floors import PACKAGE, ROOT

FOREIGN = re.compile(
    r"""(?:src|href|action|url\()\s*=?\s*["'(]?\s*(?:https?:)?//(?!www\.w3\.org)"""
)
SAFE = {
    "SOLMU_PRODUCTION": "1",
    "SOLMU_SECRET": "s" * 25 + "3cr3t-of-this-installation-0123456789",
    "SOLMU_PUBLIC_URL": "https://solmu.example.fi",
    "SOLMU_HOSTS": "solmu.example.fi",
}


def check(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    bare = {
        key: value for key, value in os.environ.items() if not key.startswith(("SOLMU_", "DJANGO_"))
    }
    return subprocess.run(
        [sys.executable, "-m", "django", *words, "--settings", "solmu.config.settings"],
        cwd=ROOT, capture_output=True, text=True, env={**bare, **environment},
    )  # fmt: skip


@pytest.mark.django_db
def test_a_page_may_load_only_what_it_names(client: Client) -> None:
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'self' 'nonce-[\w+/=-]{20,}'", policy)
    for opening in ("unsafe-inline", "unsafe-eval", "http:", "https:", "*"):
        assert opening not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.django_db
def test_each_page_has_a_nonce_of_its_own(client: Client) -> None:
    assert client.get("/")["Content-Security-Policy"] != client.get("/")["Content-Security-Policy"]


@pytest.mark.django_db
def test_pages_say_what_they_are_and_are_not_framed(client: Client) -> None:
    response = client.get("/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert re.fullmatch(r"[0-9a-f]{32}", response["X-Request-Id"])


def test_no_template_style_or_script_names_another_origin() -> None:
    looked, found = 0, []
    for path in PACKAGE.rglob("*"):
        if path.suffix in {".html", ".css", ".ts"} and "static" not in path.parts:
            looked += 1
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if FOREIGN.search(line):
                    found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert looked > 40
    assert not found


def test_no_template_has_inline_style_or_handlers() -> None:
    inline = re.compile(r"""\s(style|on[a-z]+)=["']""")
    found = [
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path in PACKAGE.glob("*/templates/**/*.html")
        for hit in inline.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_production_with_its_settings_passes_djangos_own_check() -> None:
    told = check("check", "--deploy", "--fail-level", "WARNING", **SAFE)
    assert told.returncode == 0, told.stderr
    assert "no issues" in told.stdout


@pytest.mark.parametrize(
    "unsafe",
    [{"SOLMU_SECRET": "short"}, {"SOLMU_DEBUG": "1"}, {"SOLMU_DEMO": "1"}, {"SOLMU_SECRET": ""}],
)
def test_production_refuses_unsafe_settings(unsafe: dict[str, str]) -> None:
    told = check("check", **{**SAFE, **unsafe})
    assert told.returncode != 0
    assert "Production refuses to start" in told.stderr


def test_serving_other_machines_needs_production_settings() -> None:
    bare = {
        key: value for key, value in os.environ.items() if not key.startswith(("SOLMU_", "DJANGO_"))
    }
    told = subprocess.run(
        [sys.executable, "-m", "solmu.config.command", "serve", "--host", "0.0.0.0", "--port", "0"],
        cwd=ROOT, capture_output=True, text=True, env={**bare, "LANG": "C"}, timeout=60,
    )  # fmt: skip
    assert told.returncode == 1
    assert "0.0.0.0" in told.stderr
    assert "SOLMU_PRODUCTION=1" in told.stderr
