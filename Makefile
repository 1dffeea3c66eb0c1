# Set-up happens by itself: each command first sees to what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := build

.PHONY: run test lint unit listen bench screens words clean

run: $(VENV)/ready
	$(BIN)/coach

test: lint unit

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/ready $(VENV)/tests-ready
	$(BIN)/pytest -n 2 --dist loadfile --ignore tests/voice/heard
	$(BIN)/pytest tests/voice/heard  # alone: what is heard comes at its second, on any machine

# Whole routines at their usual speed, recorded from a sound server: wants a quiet machine.
listen: $(VENV)/ready $(VENV)/tests-ready
	$(BIN)/pytest -m listen

bench: $(VENV)/ready
	$(BIN)/python -m tests.bench

screens: $(VENV)/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m coach.ui.screens $(OUT)/screens

# Collects all texts for translators, and brings each translation there is up to them.
words: $(VENV)/ready
	$(BIN)/python -m tests.words

$(VENV)/ready: pyproject.toml .ci/set-up
	PYTHON="$(PYTHON)" VENV="$(VENV)" sh .ci/set-up
	@touch $@

$(VENV)/tests-ready: $(VENV)/ready .ci/set-up-tests
	sh .ci/set-up-tests
	@touch $@

clean:
	rm -rf $(VENV) $(OUT) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
