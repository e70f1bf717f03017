# The README's two commands are `make solve` and `make test`. Both work in a private environment, .venv, which they
# make and fill from the locks: with uv when it is on the PATH, with plain venv and pip when it is not.
SHELL := /bin/sh
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help solve test test-lowest lint format coverage bench lock lock-check clean

SCENARIO ?= scenarios/vestre-varanger.yaml
# Set it to choose the interpreter: make solve PYTHON=/usr/bin/python3.12
PYTHON ?=
# As many processes as there are processors, up to eight: make test PYTEST_ARGS= runs them in one.
PYTEST_ARGS ?= -n auto --maxprocesses=8
# make lock UPGRADE=--upgrade takes the newest versions; without it only what pyproject.toml demands changes.
UPGRADE ?=

VENV := .venv
BIN := $(VENV)/bin
# The redirection makes every make ask a shell: `command` is no program of its own.
UV := $(shell command -v uv 2>/dev/null)
ifneq ($(UV),)
NEW_VENV = uv venv --quiet --clear --python "$$python" $(VENV)
INSTALL := uv pip install --quiet --python $(BIN)/python
NEEDED := sys
else
NEW_VENV = "$$python" -m venv --clear $(VENV)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
NEEDED := ensurepip, sys, venv
endif

# Leaves in $python the first interpreter that is of a supported version and can do what is needed, or fails.
# It runs each: a shim on the PATH may stand for an interpreter that is not there.
FIND_PYTHON = \
	python=; wanted='$(PYTHON)'; \
	for name in $${wanted:-python3.14 python3.13 python3.12 python3.11 python3 python}; do \
	  if "$$name" -c 'import $(NEEDED); sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1; \
	  then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "vvoptimize needs Python 3.11, 3.12, 3.13 or 3.14 with venv and pip; found none as $${wanted:-python3}." >&2; \
	  echo "On Debian and Ubuntu: apt-get install python3 python3-venv. Or name one: make PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi

NEED_UV = command -v uv >/dev/null || { echo 'this needs uv: pip install uv' >&2; exit 1; }

help:
	@echo 'make solve       install what is needed into .venv and solve $(SCENARIO)'
	@echo 'make test        install the test tools too and run every check and test'
	@echo 'make test-lowest run the tests with the lowest versions that pyproject.toml admits (needs uv)'
	@echo 'make lint        the checks without the tests'
	@echo 'make format      let ruff format the code'
	@echo 'make coverage    run the tests and show the lines and branches they miss'
	@echo 'make bench       run the benchmarks'
	@echo 'make lock        pin the dependencies again after a change of pyproject.toml (needs uv)'
	@echo 'make lock-check  check that the locks agree with pyproject.toml and name no address'
	@echo 'make clean       remove .venv, caches and build output'

solve: $(VENV)/.installed
	@$(BIN)/vvoptimize solve $(SCENARIO)

# Last of all pytest, so that its closing line closes the run.
test: lint
	$(BIN)/python -m pytest $(PYTEST_ARGS)

# The lower bounds in pyproject.toml are those with which this passed.
test-lowest:
	@$(NEED_UV)
	uv venv --quiet --clear --python 3.11 $(VENV)-lowest
	uv pip install --quiet --python $(VENV)-lowest/bin/python --resolution lowest-direct -e '.[test]' \
	  'editables>=0.5' 'hatchling>=1.27'
	$(VENV)-lowest/bin/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.test-tools lock-check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

format: $(VENV)/.test-tools
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

coverage: $(VENV)/.test-tools
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

bench: $(VENV)/.installed
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

# Stamps, not the environment's own files: their times are those of the interpreter and of the packages.
$(VENV)/.made:
	@$(FIND_PYTHON); \
	echo "Making $(VENV) with $$("$$python" --version) and $(if $(UV),uv,pip)"; \
	$(NEW_VENV)
	@touch $@

# An environment that uv made has no pip; that matters only if uv has gone since.
$(VENV)/.installed: $(VENV)/.made requirements.lock pyproject.toml
	@echo 'Installing vvoptimize into $(VENV)'
	@$(if $(UV),,$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null)
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation -e .
# What is installed in place is not compiled by that, and where Python may not write compiled files, never.
	@$(BIN)/python -m compileall -q vvoptimize
	@touch $@

$(VENV)/.test-tools: $(VENV)/.installed requirements-test.lock
	@echo 'Installing the test tools into $(VENV)'
	@$(INSTALL) --require-hashes -r requirements-test.lock
	@touch $@

# One version of a package for every supported Python, so that what was tested on one is what runs on the others.
# The build backend is pinned as well: the editable install above fetches nothing.
COMPILE = printf 'editables\nhatchling\n' | UV_CUSTOM_COMPILE_COMMAND='make lock' uv pip compile pyproject.toml - --quiet $(UPGRADE) \
	--universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-annotate

lock:
	@$(NEED_UV)
	$(COMPILE) -o requirements.lock
	$(COMPILE) -o requirements-test.lock --extra test -c requirements.lock
	@$(MAKE) --no-print-directory lock-check

lock-check:
	@$(FIND_PYTHON); "$$python" tests/repository/locks.py

clean:
	rm -rf $(VENV) $(VENV)-lowest .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage dist build
	find vvoptimize tests benchmarks -type d -name __pycache__ -exec rm -rf {} +
