# Two commands are all one needs: `make preview` and `make test`. The rest is for those who look closer.
PYTHON ?= python3
N ?= 1000
DIR ?= corpus
PORT ?= 8000
BIN := .venv/bin

.PHONY: help preview editor build check test test-all lint lock sbom picture editor-picture \
  contact-sheet bench corpus words clean
help:
	@echo "make preview   look at the site on http://127.0.0.1:$(PORT)/ while you write"
	@echo "make editor    bring the form for writing in the browser, once; then: newsdesk edit"
	@echo "make test      run the tests (under ten minutes on two cores)"
	@echo "make check     look for mistakes in content/ without building"
	@echo "make build     build the site as it goes on line, into output/"
	@echo "make test-all  the tests and the slow proofs that need Debian's programs"
	@echo "make words     collect the texts of interface and command for translation"
	@echo "make picture   take the picture in README anew"
	@echo "make editor-picture  take the picture of the form in README anew"
	@echo "make contact-sheet  take pictures of every kind of page, into tests/contact_sheet/"
	@echo "make bench     measure whole builds of N=1000 posts; HUGO= and PELICAN= name peers"
	@echo "make corpus    write N posts into DIR, to measure with"
	@echo "make sbom      list all parts that the site is built with, into sbom.json"
	@echo "make lock      write the lock files anew after a change in pyproject.toml"

preview: .venv/site
	@$(BIN)/newsdesk preview --port $(PORT)

editor: .venv/site
	@$(BIN)/newsdesk edit --fetch

build: .venv/site
	$(BIN)/newsdesk build --settings publishconf.py

check: .venv/site
	$(BIN)/newsdesk check

test: .venv/test .venv/browser lint
	NEWSDESK_CHROMIUM="$$(cat .venv/browser)" $(BIN)/pytest -n 2 --ignore=tests/system

test-all: test
	tests/system/install
	tests/system/audit
	NEWSDESK_CHROMIUM="$$(cat .venv/browser)" $(BIN)/pytest tests/system

.venv/tools/python/installed: tests/system/requirements.lock .venv/site
	@$(PYTHON) -m venv .venv/tools/python
	@.venv/tools/python/bin/pip install --quiet --disable-pip-version-check --require-hashes \
	  -r tests/system/requirements.lock
	@touch $@

# CycloneDX; the same lock gives the same list.
sbom: .venv/tools/python/installed
	.venv/tools/python/bin/python -W ignore -m cyclonedx_py requirements requirements-s3.lock \
	  --pyproject pyproject.toml --output-reproducible --validate -o sbom.json

lint: .venv/test
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy

# The environment: everything by hash from the lock, then the project itself without any download.
.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || \
	  { echo "newsdesk needs Python 3.11.5 or newer; name one with: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv .venv || \
	  { rm -rf .venv; echo "On Debian and Ubuntu type: sudo apt-get install python3-venv"; exit 1; }

.venv/site: requirements.lock pyproject.toml .venv/bin/pip
	@echo "Setting up newsdesk (once, about half a minute) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# For those who publish into an S3-compatible store.
.venv/s3: requirements-s3.lock .venv/site
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-s3.lock
	@touch $@

.venv/test: tests/requirements.lock .venv/site
	@echo "Setting up the tests (once, about half a minute) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.lock
	@touch $@

.venv/browser: tests/browser/chromium.py .venv/test
	@$(BIN)/python tests/browser/chromium.py > $@.found
	@mv $@.found $@

UV_COMPILE = .venv/lock/bin/uv pip compile pyproject.toml --universal --python-version 3.11.5 \
  --generate-hashes --no-emit-index-url --no-header --quiet
lock:
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/pip install --quiet uv
	$(UV_COMPILE) --extra install -o requirements.lock
	$(UV_COMPILE) --extra s3 -c requirements.lock -o requirements-s3.lock
	$(UV_COMPILE) --extra install --extra s3 --extra test -c requirements.lock -o tests/requirements.lock
	.venv/lock/bin/uv pip compile tests/system/requirements.in --universal --python-version 3.11.5 \
	  --generate-hashes --no-emit-index-url --no-header --quiet -o tests/system/requirements.lock

picture: .venv/browser
	$(BIN)/python tests/browser/picture.py "$$(cat .venv/browser)"

editor-picture: .venv/browser editor
	PYTHONPATH=tests $(BIN)/python tests/system/editor_picture.py "$$(cat .venv/browser)"

# How long builds take, beside peers when HUGO= and PELICAN= name their programs.
bench: .venv/test
	HUGO="$(HUGO)" PELICAN="$(PELICAN)" $(BIN)/python tests/bench/site_speed.py $(N)

corpus: .venv/test
	$(BIN)/python tests/bench/corpus.py $(N) "$(DIR)"

contact-sheet: .venv/browser
	PYTHONPATH=tests:tests/browser $(BIN)/python tests/browser/contact_sheet.py "$$(cat .venv/browser)"

# What the interface says and what the command says, collected for translation: people edit the
# sr-Latn.po of each, and its first lines are kept.
COLLECT = $(BIN)/pybabel -q extract --no-location --sort-output --omit-header -o .venv/words.pot
MERGE = sed '/^$$/q' $(1) > .venv/words.po && \
  $(BIN)/pybabel -q update -i .venv/words.pot -d . -l sr_Latn --no-fuzzy-matching --omit-header \
  --ignore-obsolete --width 98 -o $(1) && cat $(1) >> .venv/words.po && mv .venv/words.po $(1)
words: .venv/site
	$(COLLECT) -F pyproject.toml -k gettext -k ngettext:1,2 -k noted .
	$(call MERGE,theme/translations/sr-Latn.po)
	$(COLLECT) --no-default-keywords -k say -k said -k counted:1,2 plugins/newsdesk
	$(call MERGE,plugins/newsdesk/translations/sr-Latn.po)

clean:
	rm -rf output .newsdesk
