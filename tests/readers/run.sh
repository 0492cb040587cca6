#!/bin/sh
# Opens a dataset in DuckDB, Polars and pandas and checks it against the codebook.
# Usage: tests/readers/run.sh [DATASET]   without DATASET, corpus/ is run into a temporary folder first.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
readers="$root/tests/readers"
venv="$root/target/readers-venv"
python=${PYTHON:-python3}
dataset=${1:-}
if [ -n "$dataset" ]; then
    dataset=$(cd "$dataset" && pwd)
fi
cd "$root"

# The stamp holds the pins that the environment was made from; new pins make a new one.
if ! cmp -s "$readers/requirements.txt" "$venv/stamp"; then
    "$python" -m venv --clear "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$readers/requirements.txt"
    cp "$readers/requirements.txt" "$venv/stamp"
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [ -z "$dataset" ]; then
    dataset="$scratch/dataset"
    cargo run --release --quiet -p pipeline -- run corpus -o "$dataset" --tables +tokens --format parquet,csv --quiet
fi
cargo run --release --quiet -p pipeline -- schema --format json > "$scratch/codebook.json"
# Two documents of the sample, an English one and a Turkish one, as CoNLL-U.
set --
if [ "$dataset" = "$scratch/dataset" ]; then
    for article in corpus/nordlight/envoy-attack-gunman-at-large.html corpus/denizeli-postasi/tuz-muzesi-saldirisi.html; do
        file="$scratch/$(basename "$article").conllu"
        cargo run --release --quiet -p pipeline -- show "$article" --format conllu > "$file"
        set -- "$@" "$file"
    done
fi
"$venv/bin/python" -B "$readers/check.py" "$dataset" "$scratch/codebook.json" "$@"
