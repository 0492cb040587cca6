"""The sets marked "ship", as documents of sentences with what their words may be.

Answers for: the formats of the sets, which genres of GUM may be learnt from, and what a set's labels leave open.
A word's names are the labels that it may carry, as a tuple: one where the set decides; `FREE` where the set has
no MISC (what it leaves unmarked may be one); `ANY` where it does not say. Leaves to others: learning, scoring.
"""

import re
from dataclasses import dataclass, field

LABELS = ["O"] + [f"{place}-{kind}" for kind in ("PER", "LOC", "ORG", "MISC") for place in "BI"]
ANY = tuple(LABELS)
FREE = ("O", "B-MISC", "I-MISC")
OUT = ("O",)

# The genres of GUM that are not for commercial use, from the set's own notes.
CLOSED = {"fiction", "whow", "essay", "letter", "podcast"}

# Titles before a person's name, which are no part of it here.
TITLES = set(
    "ambassador attorney aunt bishop brother capt. captain chairman chancellor chief col. colonel dame deputy "
    "detective dr dr. father gen. general gov. governor judge justice king lady lieutenant lord lt. major mayor "
    "minister miss mr mr. mrs mrs. ms ms. officer pope president prime prince princess prof prof. professor queen "
    "rep rep. saint secretary sen sen. senator sergeant sgt. sir sister st. the uncle vice".split()
)

# The kinds of name that the sets tell apart.
WNUT = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}
GUM = {"person": "PER", "place": "LOC", "organization": "ORG"}


# Words that join the parts of a name.
JOINS = {
    "PER": set("de la al von van der du del bin - .".split()),
    "LOC": set("of the de la du del al - 's ’s .".split()),
    "ORG": set("of the and for de la du del al in on - 's ’s & .".split()),
}


@dataclass
class Sentence:
    """Words; `tags` and `names` are empty where the set has none."""

    id: str
    words: list
    tags: list = field(default_factory=list)
    names: list = field(default_factory=list)


@dataclass
class Document:
    """Sentences that follow each other; `set` is the name of the set, `genre` GUM's."""

    set: str
    id: str
    genre: str = ""
    sentences: list = field(default_factory=list)


def blocks(path):
    """The runs of non-empty lines."""
    parts = re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
    return [part.split("\n") for part in parts if part.strip()]


def notes(lines):
    """The `# key = value` lines."""
    return dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)


def conllu(folder, part):
    """A treebank's documents, less the closed genres; names from GUM's entities."""
    documents = []
    for lines in blocks(folder / "tokens" / f"{part}.conllu"):
        said = notes(lines)
        if "newdoc id" in said:
            documents.append(Document(part, said["newdoc id"], said.get("meta::genre", "")))
        rows = [line.split("\t") for line in lines if re.match(r"\d+\t", line)]
        names = gum_names(rows) if part.startswith("gum") else []
        sentence = Sentence(said["sent_id"], [row[1] for row in rows], [row[3] for row in rows], names)
        documents[-1].sentences.append(sentence)
    return [document for document in documents if document.genre not in CLOSED]


def gum_names(rows):
    """The labels of a sentence of GUM; where names lie in each other, those of the outer."""
    names = [FREE] * len(rows)
    for start, end, kind in sorted(gum_mentions(rows), key=lambda mention: mention[1] - mention[0]):
        name = named(rows, start, end, JOINS[GUM.get(kind, "ORG")])
        if name:
            mark(names, *name, GUM.get(kind), rows)
    return names


def gum_mentions(rows):
    """The mentions that start and end in a sentence: first word, end, and GUM's kind of entity."""
    found, opened = [], []
    for at, row in enumerate(rows):
        note = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for start, group, alone, end in re.findall(r"(\()([^()]+)(\))?|([^()]+)\)", note):
            if start:
                opened.append((*group.split("-")[:2], at))
            closes = opened[-1][0] if alone else end
            last = next((n for n in reversed(range(len(opened))) if opened[n][0] == closes), None)
            if last is not None and (alone or not start):
                _, kind, first = opened.pop(last)
                found.append((first, at + 1, kind))
    return found


def named(rows, start, end, joins):
    """The part of a mention that is its name: the proper nouns about its head, or none."""
    heads = [n for n in range(start, end) if not start < int(rows[n][6]) <= end]
    if not heads or rows[heads[0]][3] != "PROPN":
        return None
    proper = [row[3] == "PROPN" or row[1][0].isupper() or row[1][0].isdigit() for row in rows]
    joining = [row[1].lower() in joins for row in rows]
    low = reached(heads[0], -1, range(start, end), proper, joining)
    return low, reached(heads[0], 1, range(start, end), proper, joining) + 1


def reached(at, step, inside, proper, joining):
    """The last proper word that is reached from `at` over proper words and at most two joining ones in a row."""
    last = at
    while at + step in inside and abs(at + step - last) <= 3 and (proper[at + step] or joining[at + step]):
        at += step
        last = at if proper[at] else last
    return last


def mark(names, start, end, kind, rows):
    """Marks a name of GUM; one of another kind than ours is left open, and a people is no person."""
    while start < end - 1 and rows[start][1].lower() in (TITLES if kind == "PER" else {"the"}):
        start += 1
    if kind == "PER" and rows[start][1].lower() in TITLES:
        kind = None
    if kind == "PER" and rows[end - 1][4] == "NNPS":
        kind = "MISC"
    for n in range(start, end):
        names[n] = (f"{'I' if n > start else 'B'}-{kind}",) if kind else ANY


def columns(folder, name, column, kinds=None):
    """A set of words in columns with IOB labels; its documents where it marks them, else one."""
    documents, form = [], 1 if name.startswith("uner") else 0
    for lines in blocks(folder / "entities" / name):
        said = notes(lines)
        rows = [re.split(r"\t|(?<=\S) (?=\S+$)", line) for line in lines if not line.startswith("# ")]
        if not documents or "newdoc id" in said or (rows and rows[0][0] == "-DOCSTART-"):
            documents.append(Document(name.split(".")[0], said.get("newdoc id", str(len(documents)))))
        rows = [row for row in rows if row[0] != "-DOCSTART-"]
        if rows:
            place = said.get("sent_id", str(len(documents[-1].sentences)))
            names = iob([row[column] for row in rows], kinds)
            documents[-1].sentences.append(Sentence(place, [row[form] for row in rows], [], names))
    return documents


def iob(marks, kinds=None):
    """Labels from IOB marks of either scheme; `kinds` renames, and what it does not know is MISC."""
    found, before = [], ""
    for place, _, kind in (mark.strip().partition("-") for mark in marks):
        kind = kinds.get(kind, "MISC") if kinds and kind else kind
        begins = place == "B" or kind != before
        found.append((f"{'B' if begins else 'I'}-{kind}",) if kind else OUT)
        before = kind
    return found


def open_misc(documents):
    """The same for a set without MISC: what it leaves out may be one."""
    for document in documents:
        for sentence in document.sentences:
            sentence.names = [FREE if name == OUT else name for name in sentence.names]
    return documents


def learnt(folder):
    """The sets with name labels that are always learnt from."""
    return (
        columns(folder, "wikigold.iob1", 1)
        + open_misc(columns(folder, "wnut17_train.iob2", 1, WNUT))
        + open_misc(columns(folder, "wnut17_dev.iob2", 1, WNUT))
        + conllu(folder, "gum_train")
    )
