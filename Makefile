# Two commands matter: `make run` and `make test`. Each sets up what it needs in .venv, once.
PYTHON ?= python3
BIN := .venv/bin
PYTEST_OPTIONS ?= -n 2

.PHONY: run test install check bench clean texts lock

run: .venv/.run
	$(BIN)/interview screen questions/examples/person.yaml --lang en
	$(BIN)/interview screen questions/examples/person.yaml --lang es

install: .venv/.run

test: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/interview cases
	$(BIN)/pytest $(PYTEST_OPTIONS) --cov --cov-report=term:skip-covered

check: .venv/.run
	$(BIN)/interview check

texts: .venv/.run
	$(BIN)/interview texts

bench: .venv/.dev
	$(BIN)/python tests/bench/screen_many.py

.venv/.run: requirements/run.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage* dist build
