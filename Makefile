# make demo: the whole job on a bundled local portal.  make test: every test.  Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench eval clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-6s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Mutasi needs Python 3.11 or newer; name one with: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing Mutasi into $(VENV) ..."
	@$(INSTALL) --editable . && touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing Mutasi and its development tools into $(VENV) ..."
	@$(INSTALL) --editable '.[dev]' && touch $@ $(VENV)/.installed

demo: $(VENV)/.installed  ## crawl a bundled local portal, read it, print the timeline
	@$(BIN)/mutasi demo

test: $(VENV)/.installed-dev  ## run every test
	@$(BIN)/python -m pytest -q -n 2

lint: $(VENV)/.installed-dev  ## check format, style, types and the direction of imports
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/.installed-dev  ## measure speed as ratios, side by side in one run
	@$(BIN)/python -m pytest -q -p no:cacheprovider bench

eval: $(VENV)/.installed-dev  ## score the reader on the gold articles against the pinned floor (ARGS='--errors 20')
	@$(BIN)/python -m mutasi.evaluation tests/gold $(ARGS)

clean:  ## remove what the other commands made
	rm -rf $(VENV) demo build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
