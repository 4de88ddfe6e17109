# Loxley's tasks. `make` lists them.

SWIFT_FILES = Sources Tests
# Tests that start servers of their own run side by side: no more of them than there are cores.
WIDTH := $(shell nproc)

.DEFAULT_GOAL = help
.PHONY: help setup demo test check bench bench-short torture docs format lint lint-swift lint-sql warehouse docs-check debug clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## install from Debian what is missing: PostgreSQL, libraries (root, or sudo)
	@.ci/setup

demo: setup ## fictitious children in, star schema, SSDA903 return out; a second time: says what is there
	@Tests/Demo/demo.sh

test: setup ## run every test, against private PostgreSQL servers that start and stop by themselves
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(WIDTH) swift test

check: setup lint test warehouse docs-check ## what continuous integration runs: lint, tests, SQL of the docs, stale docs
	@echo "check: all good"

bench: setup ## measure loading against psql's \copy (two million rows; every agency's inbox), and validating 700 to 80,000 children
	Tests/Bench/bench.sh
	Tests/Bench/inbox.sh
	Tests/Bench/validate.sh

bench-short: setup ## the same with fewer rows and children
	Tests/Bench/bench.sh --short
	Tests/Bench/inbox.sh --short
	Tests/Bench/validate.sh --short

torture: setup ## kill and interrupt loads at many more random moments than make test does
	LOXLEY_TORTURE=1 swift test --filter SystemTests

docs: setup debug ## write the generated pages of docs/reference
	Tests/Docs/generate.sh docs/reference

format: ## lay out the Swift files
	swift format --in-place --parallel --recursive $(SWIFT_FILES)

lint: lint-swift lint-sql ## layout and documentation of Swift files, headers and style of SQL files

clean: ## remove what was built and the demonstration's files; the private server's data stay
	rm -rf .build .demo

# Parts of check.

lint-swift:
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)

lint-sql:
	@Tests/Lint/sql-headers.sh

warehouse: debug
	@Tests/Lint/warehouse.sh

docs-check: debug
	@Tests/Docs/generate.sh --check docs/reference

# What swift test builds anyway: after it, this takes a second.
debug:
	@swift build --product loxley
