# The commands of the house. Each sets up what it needs; `make` alone lists them.
PYTHON ?= python3
VENV := .venv
COMITY := $(VENV)/bin/comity
HOMES ?= homes
PORT ?= 8000
ONLY ?=

ANNOTATIONS ?= annotations
TEXTS ?= texts

.PHONY: help setup parts run test check bench score weights lock
help:
	@echo 'make setup              everything needed to work here; afterwards .venv/bin/comity works'
	@echo 'make run                a real cooperation as reports tell it, at http://127.0.0.1:$(PORT)/, two invented parties beside it'
	@echo 'make run SOURCES=DIR    reads every document in DIR and shows the drafts at once'
	@echo 'make test               all tests (ONLY=path for some)'
	@echo 'make check              formatting, types, import order, house rules'
	@echo 'make bench              measures, each beside its limit or rival'
	@echo 'make score TEXTS=DIR    measures the reader on the annotated reports, beside a plain rule and spaCy'
	@echo 'make weights TEXTS=DIR  learns anew what is a clause, from the annotations that may be read'
	@echo 'make lock               writes requirements.lock anew'

setup: $(VENV)/ready

$(VENV)/ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Comity needs Python 3.11 or newer (Debian package python3).'; exit 1; }
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo 'Python cannot make virtual environments here: install the Debian package python3-venv.'; exit 1; }
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

parts:
	@sh scripts/install_parts.sh

ifdef SOURCES
run: setup
	@$(COMITY) run --homes $(HOMES) --port $(PORT) --sources '$(SOURCES)'
else
run: setup
	@$(COMITY) run --homes $(HOMES) --port $(PORT)
endif

test: setup parts
	$(VENV)/bin/python -m pytest -n 2 $(ONLY)

check: setup
	$(VENV)/bin/ruff format --check src tests scripts bench
	$(VENV)/bin/ruff check src tests scripts bench
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/python -m pytest -q tests/house

bench: setup parts
	$(VENV)/bin/python -m bench

score: setup .venv-rivals/ready
	$(COMITY) score --annotations '$(ANNOTATIONS)' --texts '$(TEXTS)' --baselines

weights: setup
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-training.lock
	$(VENV)/bin/python scripts/train_weights.py --annotations '$(ANNOTATIONS)' --texts '$(TEXTS)'

.venv-rivals/ready: requirements-rivals.lock
	@test -x .venv-rivals/bin/python || $(PYTHON) -m venv .venv-rivals
	.venv-rivals/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-rivals.lock
	@touch $@

lock:
	@command -v uv >/dev/null || { echo 'Making the lock needs uv (pip install uv).'; exit 1; }
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url --no-annotate -o requirements.lock
	uv pip compile --group pyproject.toml:training --constraint requirements.lock --universal --generate-hashes --no-emit-index-url --no-annotate -o requirements-training.lock
	uv pip compile --group pyproject.toml:rivals --universal --generate-hashes --no-emit-index-url --no-annotate -o requirements-rivals.lock
