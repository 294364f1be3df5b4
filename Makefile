# make run    sets up what is needed and opens the window on the example case file
# make test   sets up what is needed and passes every check and test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLES ?= examples.foitrack
JOBS ?= 2
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test check quick-checks types tests test-extended screenshots reference-pictures read-report words reliability lock sbom audit clean system system-for-tests

run: $(VENV)/ready-to-run
	@test -f $(EXAMPLES) || $(BIN)/foitrack demo $(EXAMPLES)
	$(BIN)/foitrack --case-file $(EXAMPLES) open

# The types are checked beside the tests: that takes twenty seconds of one processor.
test: quick-checks
	@$(MAKE) --no-print-directory --jobs=2 types tests

# The checks alone: style, layers, types.
check: quick-checks types

quick-checks: $(VENV)/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/deptry .

types: $(VENV)/ready-to-test
	$(BIN)/mypy

tests: $(VENV)/ready-to-test
	$(BIN)/pytest -n $(JOBS)

test-extended: $(VENV)/ready-to-test
	@$(PYTHON) packaging/setup/system.py --display
	$(BIN)/pytest -n $(JOBS) --extended

# Faults of every kind, N kills and fewer of the others; the figures go into docs/reliability.md.
N ?= 500
reliability: $(VENV)/ready-to-test
	$(BIN)/python -m benchmarks.reliability --number $(N) --write

# Every screen, light and dark, into docs/screens.
screenshots: $(VENV)/ready-to-run
	$(BIN)/python packaging/screenshots.py docs/screens

# The small pictures that tests/pictures compares the screens with, after a change that is meant.
reference-pictures: $(VENV)/ready-to-test
	FOITRACK_RENEW_PICTURES=1 $(BIN)/pytest --extended -q tests/pictures -k looks_as_it_did

# What can be said in another language, or what a catalogue has not yet: make words [CODE=cy]
words: $(VENV)/ready-to-test
	@$(BIN)/python packaging/words.py $(CODE)

# What is read from every document of a folder: make read-report DIR=letters [KEEP=readings.jsonl]
read-report: $(VENV)/ready-to-run
	@$(BIN)/python packaging/read_report.py $(DIR) $(if $(KEEP),--keep $(KEEP))

system:
	@$(PYTHON) packaging/setup/system.py

# What the tests need besides: a PostgreSQL server, which they start themselves.
system-for-tests:
	@$(PYTHON) packaging/setup/system.py --tests

$(VENV)/bin/python: | system
	$(PYTHON) -m venv $(VENV)

# Versions and the hashes of their files are settled in packaging/locked (make lock).
$(VENV)/ready-to-run: packaging/locked/run.txt pyproject.toml | system $(VENV)/bin/python
	$(PIP) install --require-hashes --requirement packaging/locked/run.txt
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

# Nothing is compiled beforehand: most of it is never loaded, the rest when it is first loaded.
$(VENV)/ready-to-test: packaging/locked/test.txt pyproject.toml | system-for-tests $(VENV)/bin/python
	$(PIP) install --no-compile --require-hashes --requirement packaging/locked/test.txt
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@ $(VENV)/ready-to-run

$(VENV)/ready-to-supply: $(VENV)/ready-to-test
	$(PIP) install --no-build-isolation --editable '.[supply]'
	@touch $@

# Settle every dependency anew; run after a change in pyproject.toml.
lock: $(VENV)/ready-to-supply
	$(BIN)/python packaging/supply/lock.py

# What an installation holds, as CycloneDX, into build/foitrack.cdx.json.
sbom: $(VENV)/ready-to-supply
	$(PYTHON) -m venv --clear build/installed
	build/installed/bin/python -m pip --disable-pip-version-check --quiet install \
		--require-hashes --requirement packaging/locked/run.txt
	build/installed/bin/python -m pip --disable-pip-version-check --quiet install \
		--no-build-isolation --no-deps .
	$(BIN)/cyclonedx-py environment build/installed/bin/python \
		--pyproject pyproject.toml --output-reproducible --output-file build/foitrack.cdx.json
	@echo "Written: build/foitrack.cdx.json"

# Known weaknesses of the locked versions, where a register can be reached.
audit: $(VENV)/ready-to-supply
	$(BIN)/python packaging/supply/audit.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
