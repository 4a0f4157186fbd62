# Errand. `make run` opens the playground, `make test` checks everything.
#
# All that is needed is Python 3 and, for the first start, the internet. Everything is made inside this
# folder: .tools (uv, which installs), .venv (the application), nlu/.venv (the dialogue engine). What is
# installed stands in two locks with hashes; docs/decisions/0001 says why.

.DEFAULT_GOAL := help
.PHONY: help run test coverage setup lint format doctor clean

UV_VERSION := 0.13.8
VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin

# Tests wait much for a browser, for a process, for a chat to become quiet: two of them run beside each other.
WORKERS := 2
PYTEST := $(BIN)/pytest -n $(WORKERS) --dist worksteal

UV := $(shell command -v "$${ERRAND_UV:-uv}" 2>/dev/null)
ifeq ($(UV),)
UV := $(CURDIR)/.tools/bin/uv
NEEDS_UV := .tools/bin/uv
endif
export ERRAND_UV := $(UV)
# Where compiled modules may not be kept, each of the many processes compiles all of them again: a dialogue
# engine then takes 3 s of 7 for that, and the collecting of tests 5 s of 11.
unexport PYTHONDONTWRITEBYTECODE

help:
	@echo "make run      open the playground: the whole shop, without token, key or internet"
	@echo "make test     run every check and every test"
	@echo "make coverage the tests alone, and which lines they reach"
	@echo "make setup    install what the two need"
	@echo "make lint     the checks without the tests"
	@echo "make format   put the code into its form"
	@echo "make doctor   look whether everything is there"
	@echo "make clean    remove what was installed (not your data, which is in var/)"

run: $(READY)
	@$(BIN)/errand play $(ARGS)

# The tests run even where the checks before them fail; either fails the whole. pytest's closing line comes last.
test: $(READY)
	@failed=0; $(MAKE) --no-print-directory lint \
		|| { failed=1; echo "The checks above failed; the tests run all the same."; }; \
	$(BIN)/errand train || { failed=1; echo "Without the dialogue its tests fail."; }; \
	$(BIN)/python -c 'from tests.browser import chromium as c; \
		print("Browser tests:", c.chromium() or c.HOW_TO_GET_ONE)'; \
	$(PYTEST) $(ARGS) || failed=1; \
	exit $$failed

# Which lines the tests reach; counting them takes time, so it is not part of every run.
coverage: $(READY)
	@$(BIN)/errand train
	@$(PYTEST) --cov --cov-report=term:skip-covered $(ARGS)

setup: $(READY)

lint: $(READY)
	@failed=0; for check in "ruff check ." "ruff format --check ." mypy lint-imports; do \
		echo "$$check"; $(BIN)/$$check || failed=1; \
	done; exit $$failed

format: $(READY)
	@$(BIN)/ruff check --fix-only -q .
	@$(BIN)/ruff format -q .

doctor: $(READY)
	@$(BIN)/errand doctor

clean:
	rm -rf .tools $(VENV) nlu/.venv nlu/models .rasa .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The application's environment: exactly what the lock names, and this folder itself.
$(READY): requirements.lock pyproject.toml | $(NEEDS_UV)
	@test "$$($(BIN)/python -c 'import sys; print(sys.version_info[:2])' 2>/dev/null)" = "(3, 11)" \
		|| "$(UV)" venv --quiet --clear --python 3.11 $(VENV)
	@echo "Installing the application (docs/dependencies.md says what and why) ..."
	@"$(UV)" pip sync --quiet --require-hashes --python $(BIN)/python requirements.lock
	@"$(UV)" pip install --quiet --no-deps --python $(BIN)/python --editable .
	@touch $@

# uv, from the first Python 3 that can make an environment (a shim may stand for one that cannot).
.tools/bin/uv:
	@echo "Getting uv, which installs everything else ..."
	@for python in python3 python3.11 python3.12 python3.13 python3.10 /usr/bin/python3; do \
		if "$$python" -c 'import ensurepip, venv, sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null; then \
			"$$python" -m venv .tools && .tools/bin/python -m pip install --quiet --disable-pip-version-check \
				"uv==$(UV_VERSION)" && exit 0; \
		fi; \
	done; \
	echo "No Python 3 here can make an environment. Install uv (docs.astral.sh/uv) or, on Debian," \
		"'apt-get install python3-venv', and start again."; exit 1
