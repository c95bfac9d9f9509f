PYTHON ?= python3
BIN := .venv/bin

.PHONY: install serve test soak lint lock bench bench-accuracy clean

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

serve: install
	$(BIN)/gunicorn wsgi:app

test: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest

soak: install
	$(BIN)/python -m tests.soak
	mkdir -p .fuzz
	$(BIN)/python -m tests.soak.fuzz .fuzz -max_total_time=120 -artifact_prefix=.fuzz/

DIR ?= tests/specimens

bench: install .bench
	$(BIN)/python -m benchmarks.speed $(ARGS)

.bench: benchmarks/requirements.lock | install
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --upgrade --target $@ -r $<
	touch $@

bench-accuracy: install
	$(BIN)/python -m benchmarks.accuracy $(DIR) $(ARGS)

lint: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  --group dev --extra archive pyproject.toml --output-file requirements.lock

clean:
	rm -rf .venv build dist
