# Everything one does with Solmu, by name. `make` alone prints this list.

PORT ?= 8000
HOST ?= 127.0.0.1
PYTHON ?= python3
UV := var/uv/bin/uv
RUN := $(UV) run --no-sync
export UV_PYTHON_DOWNLOADS := never
# What is downloaded stays inside this folder too, unless somebody has chosen another place.
UV_CACHE_DIR ?= $(CURDIR)/var/cache/uv
PIP_CACHE_DIR ?= $(CURDIR)/var/cache/pip
npm_config_cache ?= $(CURDIR)/var/cache/npm
export UV_CACHE_DIR PIP_CACHE_DIR npm_config_cache

help:                ## Print this list
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Solmu needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv var/uv
	var/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9

install: $(UV)       ## Install what the lock file names, build scripts, styles and messages
	@$(UV) sync --quiet --locked
	@$(RUN) python hatch_build.py

run: install         ## Serve the demo region on http://127.0.0.1:8000 (PORT=8123, HOST=)
	@$(RUN) solmu demo --host $(or $(HOST),127.0.0.1) --port $(or $(PORT),8000)

test: install        ## Run all tests (TEST_DB=all|sqlite, BROWSER=none)
	@$(RUN) python -m tests.run

test-long: install   ## Run the long ones too: faults, grown fuzz corpora, drills
	@$(RUN) python -m tests.run --long

check: install       ## Lint, types, floors, islands, templates
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy solmu tests bench
	@$(RUN) lint-imports --no-cache
	@$(RUN) djlint --lint --quiet solmu
	@$(RUN) pytest -q tests/house tests/test_frontend_checks.py

messages: install    ## Collect new source strings into the .po files
	@$(RUN) python -m tests.messages --write

bench: install       ## Measure against peers and the physical floor, in one run
	@$(RUN) python -m bench

report: install      ## Print the sizes of files and functions
	@$(RUN) python -m tests.sizes

docs: install        ## Write the pages that are made from docstrings
	@$(RUN) python -m tests.pages --write

screens: install     ## Take the screens again, into docs/screens
	@$(RUN) python -m tests.browser.screens

.PHONY: help install run test test-long check messages bench report docs screens
.DEFAULT_GOAL := help
