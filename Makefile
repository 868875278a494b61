# Everything that is done with this project begins here; `make` alone lists it.
# Needs: git, make, Python 3.11 with pip and venv. Everything else comes from the lock, checked by its hashes.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.made-from-the-lock

# Otherwise each worker would compile every test anew.
unexport PYTHONDONTWRITEBYTECODE
# A file of tests goes to one worker, so that what is made once for it is made once; three of them, because many wait.
SPREAD := -n 3 --dist loadfile

.PHONY: help demo demo-reset test test-long check pictures bench lock

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Made again whenever the lock or the project's own description changes.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11) and "Python 3.11 or newer is needed; try make PYTHON=python3.11")'
	@echo "Making the environment in $(VENV), once ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## a Slack workspace on this machine with the real bot in it; Ctrl-C stops it
	@exec $(BIN)/python -m bot demo

demo-reset: ## forget what was done in the demo
	rm -rf .demo

check: $(READY) ## ruff, mypy, import contracts (part of make test)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: check ## everything the project checks, about 6 minutes on 2 cores; ends with pytest's own closing line
	$(BIN)/python -m pytest $(SPREAD) -m "not long"

test-long: check ## storms, years and crashes as well, under an hour
	$(BIN)/python -m pytest $(SPREAD)

pictures: $(READY) ## make the README's pictures anew in docs/pictures, by the browser tests
	MADOGUCHI_BROWSER_TESTS=required MADOGUCHI_PICTURES=write $(BIN)/python -m pytest tests/browser

bench: $(READY) ## measure against the named baselines, in one interleaved run
	$(BIN)/python -m bench

lock: $(READY) ## write requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --all-extras \
		--python-version 3.11 --upgrade --output-file requirements.lock pyproject.toml
