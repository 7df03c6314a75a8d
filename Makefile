# Two commands matter: `make run` and `make test`. Each sets up what it needs in .venv, once.
PYTHON ?= python3
BIN := .venv/bin
PYTEST_OPTIONS ?= -n 2

.PHONY: run test install check prove mutate bench clean texts

run: .venv/.run
	$(BIN)/interview serve

install: .venv/.run

test: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/interview cases
	$(BIN)/interview check
	$(BIN)/interview prove
	$(BIN)/pytest $(PYTEST_OPTIONS) --cov --cov-report=term:skip-covered

check: .venv/.run
	$(BIN)/interview check

# Needs the prover, which comes with the development packages.
prove: .venv/.dev
	$(BIN)/interview prove

mutate: .venv/.dev
	$(BIN)/interview mutate

texts: .venv/.run
	$(BIN)/interview texts

bench: .venv/.dev
	$(BIN)/python tests/bench/screen_many.py
	cd tests/bench && ../../$(BIN)/python drive.py --name interview --url http://127.0.0.1/ \
	  --wsgi 'interview.web:create_app()' --choose random --same-walk --set 'unsure$$=' \
	  --vs http://127.0.0.1/start --vs-wsgi floor_app:app --walks 40

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
