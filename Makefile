# `make` alone lists what there is to make. Everything works from a fresh clone; Swift 6.2 or later has to be installed.

PREFIX ?= $(HOME)/.local
OUT ?= out
RELEASE := -c release --product legbrief --static-swift-stdlib
ASSURANCE := -c release --product rule-assurance
# What the tests of the template engine compare its output with.
PROOF_PARSERS := cmark-gfm python3-html5lib python3-html5-parser
STRICT := --explicit-target-dependency-import-check error
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: bench-batch prove-batch distributed help report test smoke preview-checks rule-coverage mutation properties lint fresh refresh sources pages validate validate-sarif bench-start bench-rules bench-templates bench-instructions bench fuzz install clean swift packages release debug docs example example-output python

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

report: release ## install what is missing, build, write every example's report to out/
	@Scripts/example-reports "$$(swift build $(RELEASE) --show-bin-path)/legbrief" "$(OUT)"

test: packages ## install what is missing, build with all checks, run the tests and the smoke test
	swift build --build-tests $(STRICT)
	swift test --skip-build
	@Scripts/smoke "$$(swift build --show-bin-path)/legbrief"
	@Scripts/preview-checks "$$(swift build --show-bin-path)/legbrief"

preview-checks: release ## the preview in Chromium, with the time from a save to the screen (installs Chromium)
	@LEGBRIEF_PREVIEW_MS=300 Scripts/preview-checks "$$(swift build $(RELEASE) --show-bin-path)/legbrief" 100

smoke: debug ## run the built program as a user would
	@Scripts/smoke "$$(swift build --show-bin-path)/legbrief"

rule-coverage: swift ## for each rule, which values its case table gives each leaf
	@swift build $(ASSURANCE) --quiet
	@"$$(swift build $(ASSURANCE) --show-bin-path)/rule-assurance" coverage

RECORDS ?= 10000
properties: swift ## basis F5 over RECORDS (10000) synthetic patients: no removal clears a flag, no unrelated entry or order changes a value
	@swift build $(ASSURANCE) --quiet
	@"$$(swift build $(ASSURANCE) --show-bin-path)/rule-assurance" properties $(RECORDS)

mutation: swift ## flip every threshold, comparison and connective of the rules; refuse when the case tables notice under 95 %
	@swift build $(ASSURANCE) --quiet
	@"$$(swift build $(ASSURANCE) --show-bin-path)/rule-assurance" mutation

lint: swift sources ## refuse what the formatter or the source rules refuse
	swift format lint --strict --recursive Package.swift Sources Tests Templates Fuzz Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks Benchmarks/RuleJudging

sources: ## no Foundation below level 4, no path of one machine in a tracked file
	@Scripts/check-sources

fresh: debug ## refuse generated pages that are not current
	@Scripts/generated-pages "$$(swift build --show-bin-path)/legbrief" check

refresh: debug ## write the generated pages again
	@Scripts/generated-pages "$$(swift build --show-bin-path)/legbrief" write

example: swift python ## build and run the example of the library product, compare its output and the tutorial
	@Scripts/library-example check

example-output: swift python ## record the output of that example anew
	@Scripts/library-example write

docs: swift python ## write the documentation of the library product to out/docs; a warning is an error
	@Scripts/documentation "$(OUT)/docs"

validate: ## check the example pages with the W3C Nu validator (needs Java and Python)
	@Scripts/validate Examples/*/report.html

pages: ## check the example pages in Chromium: page 1 on one sheet, axe-core, no request, no lost link (installs Chromium)
	@Scripts/page-checks Examples/*/*.html

validate-sarif: debug ## check SARIF output against its published schema (needs Python with jsonschema)
	@Scripts/validate-sarif "$$(swift build --show-bin-path)/legbrief"

bench-start: release ## start-to-exit time of one record, beside cmark on the same Markdown
	@Scripts/bench-start "$$(swift build $(RELEASE) --show-bin-path)/legbrief"

bench-rules: packages ## reading, judging and converting a large synthetic record, beside JSONDecoder and libcmark
	@swift build -c release --product bench-rules --quiet
	@"$$(swift build -c release --product bench-rules --show-bin-path)/bench-rules" table

bench-templates: swift ## the template engine beside hand-written Swift and its rivals on the reference workload (Benchmarks/README.md)
	@Benchmarks/Scripts/bench-templates

bench-instructions: swift ## the same, instructions counted with callgrind
	@Benchmarks/Scripts/bench-instructions

bench-batch: release ## end to end, from record bytes to files, beside a Python chain on its own workload; tmpfs, disk, second run
	@swift build -c release --product bench-rules --quiet
	@Benchmarks/Scripts/bench-batch "$$(swift build $(RELEASE) --show-bin-path)/legbrief" "$$(swift build -c release --product bench-rules --show-bin-path)/bench-rules"

prove-batch: release ## kills, a full disk, a lost folder, corrupt records, one thread against eight, memory: RECORDS (1000) records
	@Scripts/prove-batch "$$(swift build $(RELEASE) --show-bin-path)/legbrief" $(or $(BATCH_RECORDS),1000)

distributed: release ## the same reports by batch, GNU parallel and Spark with an executor killed: Examples/distributed/README.md
	@Scripts/install-packages parallel
	@Examples/distributed/run "$$(swift build $(RELEASE) --show-bin-path)/legbrief" $(or $(DISTRIBUTED_RECORDS),20000)

bench: bench-rules bench-templates bench-batch ## every benchmark of Benchmarks/

fuzz: packages ## search the template engine for faults for FUZZ_SECONDS (600); Fuzz/README.md
	@Scripts/fuzz

install: release ## copy the program to PREFIX/bin (default: ~/.local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$(swift build $(RELEASE) --show-bin-path)/legbrief" "$(DESTDIR)$(PREFIX)/bin/legbrief"

clean: ## remove what was built and written
	rm -rf .build "$(OUT)"

release: packages
	swift build $(RELEASE)

debug: packages
	swift build --product legbrief

packages: swift
	@Scripts/install-packages g++ git make libcmark-dev libsimdjson-dev libsqlite3-dev zlib1g-dev $(PROOF_PARSERS)

python:
	@command -v python3 >/dev/null || Scripts/install-packages python3

swift:
	@command -v swift >/dev/null || { echo "swift not found: install Swift 6.2 or later from https://www.swift.org/install/ and put it on PATH" >&2; exit 2; }
