"""Opens a dataset with the readers that people use and checks it against the codebook.

Answers for: DuckDB, Polars and pandas open every table with the documented types and the row counts of `run.json`;
no value breaks its column's rules; CSV equals Parquet; spans point where they say; keys lead somewhere; each sentence
is one tree; CoNLL-U equals the table of tokens; `datapackage.json` describes what is there. Leaves to others: whether the annotations are right.

Usage: check.py DATASET CODEBOOK [CONLLU ...], where CODEBOOK is the output of `copydesk schema --format json` and each
CONLLU that of `copydesk show --format conllu` for a document of the dataset.
Prints a line per table and check; exits 1 where any failed, 2 where it could not start.
"""

import hashlib
import itertools
import json
import sys
from pathlib import Path
from typing import Callable, Iterator, NamedTuple

import conllu
import duckdb
import pandas
import polars
import pyarrow
import pyarrow.compute
import pyarrow.parquet

MAX_SHOWN = 5
"""How many problems of one check are printed."""

MAX_PROBLEM = 400
"""How much of a problem is printed, in characters."""

MAX_CSV_LINE = 8 << 20
"""The longest line of a CSV file that is read, in bytes: a whole article stands on one line."""


class Names(NamedTuple):
    """What each reader calls one column type of the codebook."""

    duckdb: str
    polars: polars.DataType
    arrow: pyarrow.DataType
    pandas: str
    pandas_with_nulls: str


TEXT = Names("VARCHAR", polars.String(), pyarrow.string(), "str", "str")

TYPES = {
    "text": TEXT,
    "label": TEXT,
    "int32": Names("INTEGER", polars.Int32(), pyarrow.int32(), "int32", "float64"),
    "int64": Names("BIGINT", polars.Int64(), pyarrow.int64(), "int64", "float64"),
    "float32": Names("FLOAT", polars.Float32(), pyarrow.float32(), "float32", "float32"),
    "float64": Names("DOUBLE", polars.Float64(), pyarrow.float64(), "float64", "float64"),
    "boolean": Names("BOOLEAN", polars.Boolean(), pyarrow.bool_(), "bool", "object"),
    "date": Names("DATE", polars.Date(), pyarrow.date32(), "object", "object"),
    "timestamp": Names(
        "TIMESTAMP WITH TIME ZONE",
        polars.Datetime("us", "UTC"),
        pyarrow.timestamp("us", "UTC"),
        "datetime64[us, UTC]",
        "datetime64[us, UTC]",
    ),
}

SPANS = {
    "sentences": [("", "text")],
    "tokens": [("", "form")],
    "entities": [("", "text")],
    "attributions": [("source_", "source_text"), ("cue_", "cue_text")],
    "contents": [("", "text")],
    "evidence": [("", "text"), ("scope_", "scope_text")],
    "times": [("", "text")],
    "quantities": [("", "text")],
    "events": [("", "text")],
}
"""The spans of each table: the start of their columns' names, and the column with the text they point at."""

COMPOUND_KEYS = {
    "tokens": ["sentence_id", "token_index"],
    "contents": ["attribution_id", "content_index"],
    "claim_summaries": ["story_id", "measure"],
    "reuse": ["sentence_id"],
    "rejects": [],
}
"""The keys of the tables whose first column is not their key."""

HOMES = {
    "document_id": ("documents", "document_id"),
    "sentence_id": ("sentences", "sentence_id"),
    "source_sentence_id": ("sentences", "sentence_id"),
    "cue_sentence_id": ("sentences", "sentence_id"),
    "attribution_id": ("attributions", "attribution_id"),
    "parent_id": ("attributions", "attribution_id"),
    "source_entity_id": ("entities", "entity_id"),
    "actor_entity_id": ("entities", "entity_id"),
    "recipient_entity_id": ("entities", "entity_id"),
    "place_mention_id": ("entities", "mention_id"),
    "time_id": ("times", "time_id"),
    "story_id": ("stories", "story_id"),
    "reuse_cluster_id": ("reuse", "reuse_cluster_id"),
    "origin_sentence_id": ("sentences", "sentence_id"),
    "related_claim_id": ("claims", "claim_id"),
    "supersedes": ("claims", "claim_id"),
}
"""The columns that lead to another row: the table and the column that they lead to."""

COUNTS = [
    ("documents", "n_sentences", "sentences", "document_id"),
    ("sentences", "n_tokens", "tokens", "sentence_id"),
    ("attributions", "n_contents", "contents", "attribution_id"),
]
"""Columns that count the rows of another table: table, column, counted table, the key they share."""


class Column(NamedTuple):
    """A column as the codebook documents it."""

    name: str
    type: str
    nullable: bool
    meaning: str
    words: frozenset[str]

    @property
    def names(self) -> Names:
        return TYPES[self.type]


class Table(NamedTuple):
    """A table of the dataset: its definition, what `run.json` says of it, and its rows."""

    name: str
    columns: list[Column]
    rows: int
    parquet: Path
    csv: Path
    data: pyarrow.Table

    @property
    def column_names(self) -> list[str]:
        return [column.name for column in self.columns]

    def values(self, column: str) -> list:
        return self.data.column(column).to_pylist()


Problems = Iterator[str]
Tables = dict[str, Table]


class Report:
    """The checks made so far."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def check(self, subject: str, what: str, find: Callable[[], Problems]) -> None:
        """Prints whether `find` finds no problem; a reader that fails to read is a problem too."""
        try:
            problems = list(itertools.islice(find(), MAX_SHOWN + 1))
        except Exception as error:  # whatever a reader raises is what this script is here to report
            problems = [f"{type(error).__name__}: {error}".partition("\n\n")[0]]
        self.passed += not problems
        self.failed += bool(problems)
        print(f"{'FAIL' if problems else 'ok':4}  {subject:14} {what}")
        for problem in problems[:MAX_SHOWN]:
            print(f"        {shortened(problem)}")
        if len(problems) > MAX_SHOWN:
            print("        and more")


def shortened(problem: str) -> str:
    line = " ".join(problem.split("\n"))
    return line if len(line) <= MAX_PROBLEM else f"{line[:MAX_PROBLEM]} ..."


def read_codebook(path: Path) -> dict[str, list[Column]]:
    tables = json.loads(path.read_text(encoding="utf-8"))["tables"]
    return {table["name"]: [read_column(column) for column in table["columns"]] for table in tables}


def read_column(column: dict) -> Column:
    words = frozenset(value["word"] for value in column.get("values", []))
    return Column(column["name"], column["type"], column["nullable"], column["meaning"], words)


def read_tables(report: Report, folder: Path, run: dict, codebook: dict[str, list[Column]]) -> Tables:
    """Every table that `run.json` lists and Arrow can read, whose types are the file's own."""
    tables: Tables = {}

    def opened(name: str) -> Problems:
        parquet, rows = folder / f"{name}.parquet", run["tables"][name]["rows"]
        if name not in codebook:
            yield f"the codebook does not know table `{name}`"
            return
        data = pyarrow.parquet.read_table(parquet)
        tables[name] = Table(name, codebook[name], rows, parquet, folder / f"{name}.csv", data)

    for name in run["tables"]:
        report.check(name, "opens", lambda: opened(name))
    return tables


# How the readers see a table.


def same(what: str, found: object, wanted: object) -> Problems:
    if found != wanted:
        yield f"{what}: found {found!r}, documented {wanted!r}"


def same_types(found: list[tuple[str, object]], wanted: list[tuple[str, object]]) -> Problems:
    yield from same("column names", [name for name, _ in found], [name for name, _ in wanted])
    for (name, kind), (_, documented) in zip(found, wanted):
        yield from same(f"type of `{name}`", kind, documented)


def in_arrow(table: Table) -> Problems:
    fields = list(table.data.schema)
    yield from same("rows", table.data.num_rows, table.rows)
    yield from same_types(
        [(field.name, field.type) for field in fields],
        [(column.name, column.names.arrow) for column in table.columns],
    )
    for field, column in zip(fields, table.columns):
        yield from same(f"`{field.name}` is nullable", field.nullable, column.nullable)
        described = (field.metadata or {}).get(b"description", b"").decode()
        yield from same(f"description of `{field.name}`", described, column.meaning)


def in_duckdb(table: Table) -> Problems:
    with duckdb.connect() as connection:
        source = f"read_parquet({quoted(table.parquet)})"
        (rows,) = connection.execute(f"SELECT count(*) FROM {source}").fetchone()
        types = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
    yield from same("rows", rows, table.rows)
    yield from same_types(
        [(name, kind) for name, kind, *_ in types],
        [(column.name, column.names.duckdb) for column in table.columns],
    )


def in_polars(table: Table) -> Problems:
    frame = polars.read_parquet(table.parquet)
    yield from same("rows", frame.height, table.rows)
    yield from same_types(
        list(frame.schema.items()),
        [(column.name, column.names.polars) for column in table.columns],
    )


def in_pandas(table: Table) -> Problems:
    """pandas as it comes turns whole numbers with gaps into floating-point ones; with Arrow types it does not."""
    frame = pandas.read_parquet(table.parquet)
    yield from same("rows", len(frame), table.rows)
    yield from same_types(
        [(name, str(kind)) for name, kind in frame.dtypes.items()],
        [(column.name, pandas_type(table, column)) for column in table.columns],
    )
    exact = pandas.read_parquet(table.parquet, dtype_backend="pyarrow")
    yield from same_types(
        [(name, kind.pyarrow_dtype) for name, kind in exact.dtypes.items()],
        [(column.name, column.names.arrow) for column in table.columns],
    )


def pandas_type(table: Table, column: Column) -> str:
    has_nulls = table.data.column(column.name).null_count > 0
    return column.names.pandas_with_nulls if has_nulls else column.names.pandas


# What the values must obey.


def values(table: Table) -> Problems:
    for column in table.columns:
        cells = table.data.column(column.name)
        if cells.null_count and not column.nullable:
            yield f"`{column.name}` is not nullable, and null in {cells.null_count} rows"
        if column.words:
            unknown = set(pyarrow.compute.unique(cells).to_pylist()) - column.words - {None}
            for word in sorted(unknown):
                yield f"`{column.name}` holds `{word}`, which its vocabulary does not"


def unique_keys(table: Table) -> Problems:
    key = COMPOUND_KEYS.get(table.name, table.column_names[:1])
    if not key:
        return
    rows = list(zip(*(table.values(column) for column in key)))
    if len(set(rows)) < len(rows):
        seen = set()
        for row in rows:
            if row in seen:
                yield f"key {row} ({', '.join(key)}) stands there twice"
            seen.add(row)


def foreign_keys(table: Table, tables: Tables) -> Problems:
    for name in table.column_names:
        home, column = HOMES.get(name, (table.name, name))
        if (home, column) == (table.name, name):
            continue
        if home not in tables:
            yield f"`{name}` leads to table `{home}`, which was not written"
            continue
        for key in sorted(set(table.values(name)) - set(tables[home].values(column)) - {None}):
            yield f"`{name}` {key} is no `{column}` of `{home}`"


def counts(column: str, holder: Table, counted: Table, key: str) -> Problems:
    found: dict[str, int] = {}
    for value in counted.values(key):
        found[value] = found.get(value, 0) + 1
    for value, stated in zip(holder.values(key), holder.values(column)):
        if stated != found.get(value, 0):
            yield f"`{column}` of {value} is {stated}, `{counted.name}` has {found.get(value, 0)} rows of it"


def spans(table: Table, tables: Tables) -> Problems:
    """Slices the documents by code points, as Python does, and by bytes, as Rust does."""
    documents = tables["documents"]
    texts = dict(zip(documents.values("document_id"), documents.values("text")))
    encoded = {document: text.encode() for document, text in texts.items()}
    for prefix, text_column in SPANS[table.name]:
        ends = [f"{prefix}{end}" for end in ("start_char", "end_char", "start_byte", "end_byte")]
        columns = [table.values(column) for column in ["document_id", text_column, *ends]]
        for document, wanted, first, last, first_byte, last_byte in zip(*columns):
            if wanted is None:
                if (first, last, first_byte, last_byte) != (None,) * 4:
                    yield f"{document}: `{text_column}` is null, its span is {first}..{last}"
                continue
            found = texts[document][first:last]
            found_bytes = encoded[document][first_byte:last_byte]
            if found != wanted:
                yield f"{document}: characters {first}..{last} are {found!r}, `{text_column}` is {wanted!r}"
            if found_bytes != wanted.encode():
                yield f"{document}: bytes {first_byte}..{last_byte} are {found_bytes!r}, `{text_column}` is {wanted!r}"


def tags(tokens: Table, entities: Table) -> Problems:
    """The IOB2 tags of the tokens name the same spans as the table of entities."""
    found, columns = [], ["document_id", "entity", "start_char", "end_char"]
    for document, tag, start, end in zip(*(tokens.values(column) for column in columns)):
        if tag is None or tag == "O":
            continue
        if tag.startswith("B-"):
            found.append([document, tag[2:], start, end])
        elif not found or found[-1][:2] != [document, tag[2:]]:
            yield f"{document}: `{tag}` at {start} continues nothing"
        else:
            found[-1][3] = end
    wanted = zip(*(entities.values(column) for column in ["document_id", "type", "start_char", "end_char"]))
    for name in sorted({*map(tuple, found)} ^ {*wanted}):
        yield f"{name} is in one of both tables alone"


def sentences_of(tokens: Table) -> Iterator[tuple[str, list[dict]]]:
    rows = tokens.data.select(["sentence_id", "token_index", "form", "lemma", "upos", "head", "deprel", "entity"])
    for sentence, words in itertools.groupby(rows.to_pylist(), key=lambda row: row["sentence_id"]):
        yield sentence, list(words)


def trees(tokens: Table) -> Problems:
    """A sentence is read whole or not at all; what is read is one tree with one root."""
    for sentence, words in sentences_of(tokens):
        read = {word[column] is not None for word in words for column in ("lemma", "upos", "head", "deprel", "entity")}
        if len(read) > 1:
            yield f"{sentence} is read in part"
            continue
        yield from same(f"token_index of {sentence}", [word["token_index"] for word in words], [*range(1, len(words) + 1)])
        if read == {True}:
            yield from tree(sentence, [word["head"] for word in words], [word["deprel"] for word in words])


def tree(sentence: str, heads: list[int], relations: list[str]) -> Problems:
    yield from same(f"roots of {sentence}", heads.count(0), 1)
    for place, (head, relation) in enumerate(zip(heads, relations), 1):
        if not 0 <= head <= len(heads):
            yield f"{sentence}: head {head} of word {place} is outside the sentence"
            return
        if (head == 0) != (relation == "root"):
            yield f"{sentence}: word {place} has head {head} and relation `{relation}`"
    for place in range(1, len(heads) + 1):
        steps, at = 0, place
        while at and steps <= len(heads):
            steps, at = steps + 1, heads[at - 1]
        if at:
            yield f"{sentence}: word {place} hangs in a circle"
            return


# CoNLL-U against the table of tokens.


def conllu_equals_tokens(path: Path, tokens: Table) -> Problems:
    """Another reader finds in the file the words that the table holds of one of its documents.

    The document's key says where its source was found, so the document is known by its forms.
    """
    sentences = conllu.parse(path.read_text(encoding="utf-8"))
    found = [word_of(word, sentence.metadata) for sentence in sentences for word in sentence]
    wanted = documents_by_forms(tokens).get(tuple(word["form"] for word in found))
    if not wanted:
        yield "no document of the dataset has these words"
        return
    for word, row in zip(found, wanted):
        yield from same(f"word at {row['start_char']}", word, row)
    for sentence in sentences:
        spaced = "".join(word["form"] + ("" if note(word, "SpaceAfter") == "No" else " ") for word in sentence)
        yield from same(f"text of {sentence.metadata['sent_id']}", spaced.rstrip(" "), sentence.metadata["text"])


def documents_by_forms(tokens: Table) -> dict[tuple[str, ...], list[dict]]:
    """The words of each document in the shape of `word_of`."""
    columns = ["document_id", "token_index", "form", "lemma", "upos", "head", "deprel", "entity", "start_char"]
    documents: dict[str, list[dict]] = {}
    for row in tokens.data.select(columns).to_pylist():
        documents.setdefault(row.pop("document_id"), []).append(row)
    return {tuple(word["form"] for word in words): words for words in documents.values()}


def word_of(word: conllu.models.Token, comments: dict[str, str]) -> dict:
    """A word of a CoNLL-U file as a row of `tokens`; what a sentence that was not read has instead of a tree is null."""
    is_read = comments.get("analysed") != "no"
    return {
        "token_index": word["id"],
        "form": word["form"],
        "lemma": word["lemma"] if is_read else None,
        "upos": word["upos"] if is_read else None,
        "head": word["head"] if is_read else None,
        "deprel": word["deprel"] if is_read else None,
        "entity": (note(word, "NER") or "O") if is_read else None,
        "start_char": int(note(word, "TokenRange").partition(":")[0]),
    }


def note(word: conllu.models.Token, name: str) -> str | None:
    """What the field MISC says under this name."""
    return (word["misc"] or {}).get(name)


# CSV against Parquet.


def unescape(field: str | None) -> str | None:
    """The text that a field of a CSV file stands for.

    A leading apostrophe, which keeps a spreadsheet from running the cell, is dropped; `\\n`, `\\r` and `\\\\` become
    a line feed, a carriage return and a backslash.
    """
    if field is None:
        return None
    field = field.removeprefix("'")
    if "\\" not in field:
        return field
    pieces = (piece.replace("\\n", "\n").replace("\\r", "\r") for piece in field.split("\\\\"))
    return "\\".join(pieces)


def csv_equals_parquet(table: Table) -> Problems:
    lines = table.csv.read_bytes().count(b"\n")
    yield from same("lines, the header's included", lines, table.rows + 1)
    found = read_csv(table)
    yield from same("rows", found.num_rows, table.rows)
    for column in table.columns:
        cells = found.column(column.name).to_pylist()
        if column.names is TEXT:
            cells = map(unescape, cells)
        for row, (cell, wanted) in enumerate(zip(cells, table.values(column.name))):
            if cell != wanted:
                yield f"`{column.name}` of row {row}: CSV has {cell!r}, Parquet {wanted!r}"


def read_csv(table: Table) -> pyarrow.Table:
    """The CSV file with the documented types; only what is empty and unquoted is null."""
    types = ", ".join(f"'{column.name}': '{column.names.duckdb}'" for column in table.columns)
    with duckdb.connect() as connection:
        connection.sql("SET TimeZone = 'UTC'")
        return connection.sql(
            f"""SELECT * FROM read_csv({quoted(table.csv)}, header = true, columns = {{{types}}}, delim = ',',
                quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, new_line = '\\r\\n',
                auto_detect = false, max_line_size = {MAX_CSV_LINE})"""
        ).to_arrow_table()


def quoted(path: Path) -> str:
    """The path as a string of SQL."""
    return "'" + str(path).replace("'", "''") + "'"


# What stands beside the tables.


def run_report(folder: Path, tables: Tables, run: dict) -> Problems:
    listed = {table.parquet.name for table in tables.values()}
    for name in sorted({path.name for path in folder.glob("*.parquet")} - listed):
        yield f"`{name}` is there, and `run.json` does not list it"
    for table in tables.values():
        yield from same(f"columns of `{table.name}`", run["tables"][table.name]["columns"], len(table.columns))


def data_package(folder: Path, tables: Tables) -> Problems:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described = set()
    for resource in package["resources"]:
        described.add(resource["path"])
        path = folder / resource["path"]
        if not path.is_file():
            yield f"resource `{resource['name']}` names `{resource['path']}`, which is not there"
            continue
        table = tables.get(path.name.split(".")[0])
        if table is None:
            yield f"resource `{resource['name']}` belongs to no table of `run.json`"
            continue
        yield from resource_problems(resource, path, table)
    present = {path.name for path in folder.iterdir() if path.suffix in (".parquet", ".csv")}
    for name in sorted(present - described):
        yield f"`{name}` is described by no resource"


def resource_problems(resource: dict, path: Path, table: Table) -> Problems:
    fields = [field["name"] for field in resource["schema"]["fields"]]
    yield from same(f"fields of `{path.name}`", fields, table.column_names)
    content = path.read_bytes()
    facts = {
        "rowCount": table.rows,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    for fact, found in facts.items():
        if fact in resource:
            yield from same(f"{fact} of `{path.name}`", found, resource[fact])


def check_table(report: Report, table: Table, tables: Tables) -> None:
    facts = f"{table.rows} rows, {len(table.columns)} columns"
    report.check(table.name, f"Arrow: {facts}", lambda: in_arrow(table))
    report.check(table.name, f"DuckDB: {facts}", lambda: in_duckdb(table))
    report.check(table.name, f"Polars: {facts}", lambda: in_polars(table))
    report.check(table.name, f"pandas: {facts}", lambda: in_pandas(table))
    report.check(table.name, "nulls and vocabularies", lambda: values(table))
    report.check(table.name, "keys stand once", lambda: unique_keys(table))
    report.check(table.name, "keys lead to rows", lambda: foreign_keys(table, tables))
    if table.name in SPANS and "documents" in tables:
        report.check(table.name, "spans, by characters and by bytes", lambda: spans(table, tables))
    if table.csv.exists():
        report.check(table.name, "CSV equals Parquet", lambda: csv_equals_parquet(table))


def check_dataset(report: Report, folder: Path, codebook: dict[str, list[Column]], files: list[Path]) -> None:
    run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    tables = read_tables(report, folder, run, codebook)
    for table in tables.values():
        check_table(report, table, tables)
    for holder, column, counted, key in COUNTS:
        if holder in tables and counted in tables:
            pair = (tables[holder], tables[counted])
            report.check(holder, f"`{column}` counts `{counted}`", lambda: counts(column, *pair, key))
    if "tokens" in tables:
        report.check("tokens", "one tree a sentence", lambda: trees(tables["tokens"]))
    if "tokens" in tables and "entities" in tables:
        report.check("tokens", "tags are the spans of `entities`", lambda: tags(tables["tokens"], tables["entities"]))
    for path in files if "tokens" in tables else []:
        report.check("conllu", f"{path.name} equals `tokens`", lambda: conllu_equals_tokens(path, tables["tokens"]))
    report.check("run.json", "lists every table", lambda: run_report(folder, tables, run))
    report.check("datapackage", "names every file with its rows and hash", lambda: data_package(folder, tables))


def stop(message: str) -> None:
    print(f"check.py: {message}", file=sys.stderr)
    sys.exit(2)


def main() -> None:
    if len(sys.argv) < 3:
        stop("usage: check.py DATASET CODEBOOK [CONLLU ...]")
    folder, codebook, *files = map(Path, sys.argv[1:])
    for path in (folder / "run.json", codebook, *files):
        if not path.is_file():
            stop(f"`{path}` is not there; run `copydesk run` and `copydesk schema --format json` first")
    report = Report()
    check_dataset(report, folder, read_codebook(codebook), files)
    print(f"{report.passed} passed, {report.failed} failed")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
