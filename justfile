# The usual chores; `just` lists them.

default:
    @just --list

# The sample corpus into output/
run *args:
    cargo run --release -p pipeline -- run {{args}}

# Every test
test:
    cargo test --workspace

# What CI runs
ci:
    bash .ci/run

# Rewrite the golden files after a change of output that was meant
golden:
    UPDATE_GOLDEN=1 cargo test --workspace

# Time the stages
bench:
    cargo bench --workspace

# Licences, advisories and sources of the dependencies
deny:
    cargo deny check
