# Words for everyday work; `make` alone prints them. BIN says where the tools are.
BIN ?= .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup check format lint types layers test fix golden bench docs clean

help:  ## print this list
	@grep -E '^[a-z]+: .*## |^[a-z]+:  ## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

setup:  ## make .venv and install everything that development needs
	python3 -m venv .venv
	.venv/bin/pip install -q -e '.[dev,docs]'

check: format lint types layers test  ## all that must be clean before a commit

format:  ## is everything formatted?
	$(BIN)/ruff format --check .

lint:  ## ruff's rules
	$(BIN)/ruff check .

types:  ## mypy, strict
	$(BIN)/mypy

layers:  ## do imports run down the walk?
	$(BIN)/lint-imports --no-logo

test:  ## all tests
	$(BIN)/pytest

fix:  ## format, and mend what can be mended by a tool
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden:  ## write the expected outputs anew; read the difference before you commit it
	$(BIN)/pytest --update-golden

bench:  ## figures, as ratios against something bare in the same run
	$(BIN)/python tests/bench/measure.py

docs:  ## build the documentation into docs/_build; a warning is an error
	$(BIN)/sphinx-build -q -W --keep-going -b html docs docs/_build
	@echo "docs/_build/index.html"

clean:  ## remove what tools leave behind
	rm -rf docs/_build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
