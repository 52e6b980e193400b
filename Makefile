# Everything a person runs. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
MVN ?= mvn -B -ntp
# Real public exam files, where they lie beside the checkout.
PHANLUONG_DATA ?= $(abspath ../shared/data)
export PHANLUONG_DATA

VENV := .venv
JAR := jobs/target/phanluong.jar
CDS := jobs/target/phanluong.jsa
SCREENER_CDS := jobs/target/screener.jsa
DEMO := build/demo
MINISTRY := build/ministry
REAL := $(PHANLUONG_DATA)/exam/normalized
SOURCES := $(shell find jobs/src/main schemas -type f) pom.xml jobs/pom.xml

.PHONY: help setup jar demo test soak check format docs lock reference bench bench-screen bench-boundaries \
  bench-pathway clean

help: ## what can be run
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(VENV)/.done ## Python packages (Spark's distribution among them) into .venv

$(VENV)/.done: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install -q -r requirements.lock
	touch $@

jar: $(CDS) $(SCREENER_CDS) ## the jar and its class archives, which halve start-up

$(JAR): $(SOURCES)
	$(MVN) -q package -DskipTests
	touch $@

# A trial run records which classes the commands load. Without the archive all works, slower.
$(CDS): $(JAR) | setup
	rm -rf build/warm-up $(CDS) && mkdir -p build
	PHANLUONG_JAVA_OPTIONS=-XX:ArchiveClassesAtExit=$(CDS) ./phanluong --home build/warm-up warm-up \
	  > build/warm-up.log 2>&1 || { cat build/warm-up.log; exit 1; }
	rm -rf build/warm-up

# Of the commands without Spark, whose class path is another. Examples may hold rejected rows (1).
$(SCREENER_CDS): $(JAR)
	rm -rf build/screened $@ && mkdir -p build/screened
	./phanluong template graduate --out build/screened/mau.xlsx > build/screened.log
	PHANLUONG_JAVA_OPTIONS=-XX:ArchiveClassesAtExit=$@ ./phanluong screen build/screened examples \
	  > build/screened.log 2>&1 || [ $$? = 1 ] || { cat build/screened.log; exit 1; }
	rm -rf build/screened

demo: setup jar ## the main job from nothing: warehouse, files, tables, release, figures
	rm -rf $(DEMO) $(MINISTRY)
	./phanluong generate $(MINISTRY) --scale 0.1 --seed 2026 --years 2020-2020
	./phanluong --home $(DEMO) init
	./phanluong --home $(DEMO) load $$(find $(MINISTRY)/files -name '*_count_2020*' | sort) \
	  > build/ministry.load || [ $$? = 1 ]
	@tail -n 1 build/ministry.load
	if [ -d "$(REAL)" ]; then \
	  ./phanluong --home $(DEMO) load $(filter-out examples/exam_result,$(wildcard examples/*)) "$(REAL)"; \
	else \
	  ./phanluong --home $(DEMO) load examples; \
	fi
	./phanluong --home $(DEMO) build
	./phanluong --home $(DEMO) publish
	@./config/demo/figures $(DEMO)

# The jar is what `verify` made; the class archives, which halve start-up, are no part of what is tested.
test: setup check ## all tests
	$(MVN) verify
	$(VENV)/bin/pytest
	mkdir -p build && { ./phanluong screen examples > build/tested.log || [ $$? = 1 ]; }
	./phanluong lint

soak: ## the long tests: 1,000 damaged files, many nights, countries of other seeds
	$(MVN) -pl jobs test -Dtest.excluded= -Dgroups=soak

check: setup ## formats, types, contracts
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/python config/contracts/lint.py

format: setup ## the formatters
	$(MVN) -q spotless:apply
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

docs: jar ## docs/generated from the contracts
	rm -rf docs/generated
	./phanluong docs docs/generated

lock: ## requirements.lock from requirements.in
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/pip install -q -r requirements.in
	{ sed -n '/^#/p' requirements.lock; build/lock/bin/pip freeze --all --exclude pip \
	  --exclude setuptools --exclude wheel; } > build/requirements.lock
	mv build/requirements.lock requirements.lock

reference: setup ## the files of administrative units, from the lists published over the years
	$(VENV)/bin/python config/reference/fetch.py
	$(VENV)/bin/python config/reference/build.py

bench: setup jar bench-screen bench-boundaries ## the exam flow against DuckDB, and screening: ratios of medians, peak memory
	./config/bench/run "$(REAL)"

bench-screen: setup jar
	$(VENV)/bin/python config/bench/screen.py "$(PHANLUONG_DATA)"

bench-boundaries: setup jar ## both boundaries against one: ratio of medians
	rm -rf build/bench-home build/bench-home.keys.json && ./phanluong --home build/bench-home init > build/bench-init.log 2>&1
	./phanluong --home build/bench-home build star.bridge_region_boundary
	SPARK_LOCAL_IP=127.0.0.1 $(VENV)/bin/python config/bench/boundaries.py build/bench-home/tables/star/bridge_region_boundary

bench-pathway: setup jar ## persons followed and all indicators against DuckDB; a night; one province-year (SCALE, YEARS)
	SPARK_LOCAL_IP=127.0.0.1 $(VENV)/bin/python config/bench/pathway.py build/bench-pathway --anew \
	  --scale $(or $(SCALE),0.01) --years $(or $(YEARS),2021-2030)

clean: ## what was made
	rm -rf build target jobs/target warehouse
