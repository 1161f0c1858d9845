# make report: from a bare Debian to the built reports. make test: everything that CI runs.
# Each step leaves a mark in .setup/ and is done again only when the file that it follows changes.

PYTHON := $(shell [ -x /usr/bin/python3 ] && echo /usr/bin/python3 || echo python3)
PIP := .venv/bin/python -m pip --disable-pip-version-check --quiet

SYSTEM := python3-venv fontconfig libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
	fonts-noto-cjk fonts-lxgw-wenkai
TEST_SYSTEM := libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils $(if $(shell command -v npm),,npm)

.PHONY: report test lint unit quick corpus bench-check bench-prose bench-rollup prove sweep fuzz fonts doctor \
	setup test-setup lock clean
.DELETE_ON_ERROR:

report: setup
	.venv/bin/banxin build
	.venv/bin/banxin rollup inputs/rollup/reading-month-2026.yaml

test: test-setup lint unit

lint: test-setup
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

unit: test-setup
	.venv/bin/pytest -n 2 --dist loadfile

# Between two edits: all of lint, and the tests that are not marked slow.
quick: lint
	.venv/bin/pytest -n 2 --dist loadfile -m "not slow"

corpus: test-setup
	.venv/bin/python -m tests.corpus tests/corpus/files

bench-check: test-setup
	.venv/bin/python -m tests.corpus.bench

# A thousand units' inputs rolled up, beside the bare reading of the same files.
bench-rollup: test-setup
	.venv/bin/python -m tests.rollup_bench

# Clean prose and planted faults; the table in docs/conformance.md is written anew.
bench-prose: test-setup
	.venv/bin/python -m tests.prose.bench --update

# Every shipped and generated report, the .docx in LibreOffice against the .pdf.
prove: test-setup
	.venv/bin/python -m tests.prove

# 1,000 random reports, each built: what is refused is kept in .sweep with its seed.
sweep: test-setup
	.venv/bin/python -m tests.sweep

# 20,000 spoilt files of each format; what fails is kept in .fuzz with its seed.
fuzz: test-setup
	.venv/bin/python -m tests.fuzz

doctor: setup
	.venv/bin/banxin doctor

fonts: .setup/fonts

setup: .setup/python .setup/fonts

test-setup: setup .setup/test-python .setup/validator

.setup/system: setup/system.sh Makefile
	@mkdir -p .setup
	sh setup/system.sh $(SYSTEM)
	@touch $@

.setup/python: setup/requirements.txt pyproject.toml .setup/system
	[ -x .venv/bin/python ] || $(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r setup/requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.setup/fonts: setup/fonts.sh setup/fonts.sha256 .setup/system
	sh setup/fonts.sh .fonts
	@touch $@

.setup/test-system: setup/system.sh Makefile .setup/system
	sh setup/system.sh $(TEST_SYSTEM)
	@touch $@

.setup/test-python: setup/requirements-dev.txt .setup/python
	$(PIP) install --require-hashes -r setup/requirements-dev.txt
	@touch $@

.setup/validator: tests/validator/package-lock.json .setup/test-system
	cd tests/validator && npm install --no-save --no-audit --no-fund --loglevel=error
	@touch $@

# Pins what pyproject.toml asks for; pins that still fit are kept.
LOCK := .setup/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url setup/build.in pyproject.toml

lock: .setup/system
	[ -x .setup/uv/bin/uv ] || $(PYTHON) -m venv .setup/uv
	.setup/uv/bin/python -m pip --disable-pip-version-check --quiet install uv
	$(LOCK) --output-file setup/requirements.txt
	$(LOCK) --extra dev --output-file setup/requirements-dev.txt

clean:
	rm -rf .venv .setup .fonts dist tests/validator/node_modules
