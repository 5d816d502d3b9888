# Two commands matter: `make run` and `make test`. The rest is for those who work on Dure.

PORT ?= 8080
DATA ?= dure-demo.db
# Colours and styles are part of the program: a build without them is an error here.
export DURE_REQUIRE_UI = 1

.PHONY: help run test lint rules journeys ui nightly bench fuzz evaluate release screenshots clean

help:           ## What can be done here
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

run:            ## Build and start Dure with the Gangwon demo
	@scripts/setup run
	cargo build --locked --profile quick --bin dure
	./target/quick/dure --database-url $(DATA) serve --demo --listen 127.0.0.1:$(PORT)

test:           ## Set up and pass every test
	@scripts/setup test
	$(MAKE) lint ui rules

lint:           ## Format and lints
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings

rules:          ## Rust tests, on SQLite and PostgreSQL, browser journeys among them
	scripts/with-postgres scripts/tests

journeys:       ## The browser journeys alone
	scripts/with-postgres scripts/tests --test journeys

ui:             ## Types, contrast and behaviour of the scripts
	cd ui && npm run --silent check && npm run --silent contrast && npm run --silent build && npm test --silent

nightly:        ## What takes too long for every change: 1,000 writes with kill -9
	@scripts/setup test
	scripts/with-postgres scripts/tests --run-ignored all

bench:          ## Speed and memory of the release binary at 4,000 firms
	@scripts/setup run
	cargo build --locked --release --bin dure
	bench/run

evaluate:       ## Quality and speed of the matching, where the measuring data is there (DATA_DIR=...)
	cargo run --locked --release -p dure-matching --example evaluate -- $(DATA_DIR)
	cargo run --locked --release -p dure-matching --example bench -- 100000

fuzz:           ## Feed every reader with broken files, a minute each
	cd crates/roster && mkdir -p fuzz/corpus/read_roster && RUSTC_BOOTSTRAP=1 cargo fuzz run read_roster \
		fuzz/corpus/read_roster fuzz/seeds/read_roster -- -max_total_time=60
	cd crates/formation && mkdir -p fuzz/corpus/read_instance && RUSTC_BOOTSTRAP=1 cargo fuzz run read_instance \
		fuzz/corpus/read_instance fuzz/seeds/read_instance -- -max_total_time=60
	cd crates/files && mkdir -p fuzz/corpus/read_file && RUSTC_BOOTSTRAP=1 cargo fuzz run read_file \
		fuzz/corpus/read_file fuzz/seeds/read_file -- -max_total_time=60 -timeout=20 -rss_limit_mb=2048

release:        ## One file that needs nothing beside it: target/release/dure
	@scripts/setup run
	cargo build --locked --release --bin dure

screenshots:    ## The pictures of the README, from a running demo
	scripts/screenshots

clean:          ## Remove what was built
	cargo clean
	rm -rf ui/node_modules ui/dist
