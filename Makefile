# Two commands matter: `make run` and `make test`. Each sets up what it needs in .venv, once.
# `make test` proves every safety claim too, two at a time: tests/authoring/test_proving.py.
# `make quick` is for every change in between: a minute, and most mistakes.
PYTHON ?= python3
BIN := .venv/bin
PYTEST_OPTIONS ?= -n 2 --dist worksteal

# The tests that end soon, of every room; those marked slow wait for `make test`.
QUICK := rules content loading screening files languages summary cli test_imports.py test_face.py \
  web/test_pages.py authoring/test_map.py

.PHONY: run test quick coverage install dev check prove mutate bench bench-caseload audit lowest clean texts lock

run: .venv/.run
	$(BIN)/interview serve

install: .venv/.run

dev: .venv/.dev

test: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/yamllint --strict questions translations/languages.yaml .github .pre-commit-config.yaml .yamllint.yaml
	$(BIN)/djlint interview --lint --quiet
	$(BIN)/interview cases
	$(BIN)/interview check
	$(BIN)/pytest $(PYTEST_OPTIONS)

quick: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/yamllint --strict questions translations/languages.yaml .github .pre-commit-config.yaml .yamllint.yaml
	$(BIN)/djlint interview --lint --quiet
	$(BIN)/interview check
	$(BIN)/interview cases
	$(BIN)/pytest $(PYTEST_OPTIONS) -m "not slow" $(addprefix tests/,$(QUICK))

# Counting lines makes the tests take half as long again: run apart.
coverage: .venv/.dev
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
	$(BIN)/python tests/bench/budgets.py

# Many people in columns, against a peer that stands in an environment of its own.
bench-caseload: .venv/.dev
	test -d .venv/bench-peer || $(BIN)/python -m venv .venv/bench-peer
	.venv/bench-peer/bin/python -m pip install --quiet --disable-pip-version-check 'policyengine-core>=3.33'
	$(BIN)/python tests/bench/caseload.py --peer .venv/bench-peer/bin/python

# The oldest versions that the project says it works with, in an environment of their own.
lowest:
	bash .ci/lowest

# The full matrix: needs Debian's chromium, node and java, and takes about half an hour on 2 cores.
audit: export AUDIT_NODE := $(CURDIR)/.venv/audit-node
audit: .venv/.dev
	bash .ci/lowest
	bash tests/audit/csp.sh
	NEXT_STEPS_HOSTILE=10000 $(BIN)/pytest tests/web/test_hostile.py -q -s
	bash tests/audit/wapiti.sh
	NEXT_STEPS_AUDIT=1 $(BIN)/pytest $(PYTEST_OPTIONS)
	PARTIAL_PEOPLE=1000 $(BIN)/pytest -q tests/screening/test_oracle.py -k stopped_early
	bash tests/audit/lighthouse.sh
	sh tests/audit/nu.sh
	$(BIN)/python tests/audit/first_visit.py
	bash tests/audit/reading.sh
	NEXT_STEPS_AUDIT=1 $(BIN)/python tests/audit/letter.py
	$(BIN)/python tests/audit/sheets.py
	$(BIN)/python tests/audit/two_processes.py
	$(BIN)/python tests/audit/load.py --seconds 300
	$(BIN)/python tests/audit/room.py --seconds 120
	$(BIN)/python tests/audit/mutants.py
	$(BIN)/python tests/audit/event_day.py
	CASELOAD_PEOPLE=100000 $(BIN)/pytest $(PYTEST_OPTIONS) tests/caseload/test_columns_equal_scalar.py
	bash tests/audit/spark.sh
	PYTHONPATH=tests:tests/paper $(BIN)/python tests/audit/slips.py

.venv/.run: requirements/run.txt requirements/build.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/interview cache
	touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

# Writes the pinned requirements anew; needs uv, and no address may stand in them. Extras stay in the
# pins: pip takes `coverage[toml]` for unpinned once a release newer than the pinned one is out.
COMPILE := uv pip compile --quiet --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-header \
  --no-annotate --no-emit-index-url --no-emit-find-links
lock:
	$(COMPILE) --extra paper --extra sheets --extra event pyproject.toml -o requirements/run.txt
	$(COMPILE) -c requirements/run.txt requirements/build.in -o requirements/build.txt
	$(COMPILE) --extra dev --extra prove --extra graph --extra paper --extra sheets --extra event --extra postgres --extra caseload -c requirements/run.txt -c requirements/build.txt \
	  pyproject.toml -o requirements/dev.txt

clean:
	rm -rf .venv interview/_kept .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage* dist build
