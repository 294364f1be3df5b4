# make run    sets up what is needed and opens the window on the example case file
# make test   sets up what is needed and passes every check and test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLES ?= examples.foitrack
JOBS ?= 2
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test check test-extended screenshots clean system

run: $(VENV)/ready-to-run
	@test -f $(EXAMPLES) || $(BIN)/foitrack demo $(EXAMPLES)
	$(BIN)/foitrack --case-file $(EXAMPLES) open

test: $(VENV)/ready-to-test check
	$(BIN)/pytest -n $(JOBS)

# The quick checks alone: style, types, layers.
check: $(VENV)/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test-extended: $(VENV)/ready-to-test
	$(BIN)/pytest -n $(JOBS) --extended

# Every screen, light and dark, into docs/screens.
screenshots: $(VENV)/ready-to-run
	$(BIN)/python packaging/screenshots.py docs/screens

system:
	@$(PYTHON) packaging/setup/system.py

$(VENV)/bin/python: | system
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready-to-run: pyproject.toml | system $(VENV)/bin/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/ready-to-test: pyproject.toml | system $(VENV)/bin/python
	$(PIP) install --editable '.[test]'
	@touch $@ $(VENV)/ready-to-run

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
