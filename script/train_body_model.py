#!/usr/bin/env python3
"""Trains the block classifier of src/extract/body/model.h and writes its table.

    script/train_body_model.py --data EVAL/extraction [--held-out] [--write]

Needs `pip install lightgbm numpy`, the program `zstd`, and the tool
build/release/tests/tools/newsmill_body_dump. EVAL/extraction holds
pages-SET.ndjson.zst and truth-SET.ndjson.zst (aeb, fundus, wcxb).

What it does:
1. Each page's blocks come from the tool, with their features.
2. The label of a page is the text of its body. A block is in the body if the
   label contains its words in the order of the page (the heaviest chain of such
   blocks). A block that is out of order is in the body if most of its four-word
   runs are in a part of the label that belongs to no other block. Paragraphs
   that the label marks as optional are not used for training.
3. The first model is 140 gradient-boosted trees (LightGBM) with at most 24
   leaves each. The weight of a block grows with the number of its words, and
   falls with the size of its page. News sets have more weight than blogs.
4. augment_pages.py writes changed copies of the pages of news and blogs. The
   models also learn from the copies with first, last or other paragraphs in
   elements of their own, with less weight. The rules of the program for single
   blocks handle the other changes better, and training on these changes made
   the F1 of unchanged pages worse. A copy belongs to the host of its page.
5. The second model has smaller trees. Its input is the contexts that the scores
   of the first model make. These scores come from models that have not seen the
   host of the page, because new pages will also have unseen hosts.
6. --held-out prints the body F1 of pages that neither model has seen. All pages
   of a host are in the same one of five parts. This F1 does not use the rules of
   the program for single blocks (model.cc, select.cc), so it is near the figures
   of the program, but not equal. A second list has the same F1 for the changed
   copies of these pages, for each kind of change.
   --write trains models on all pages and writes them to model_table.cc, with
   thresholds and leaves as integers. The file contains no text and no name of a
   page.
"""
import argparse
import collections
import json
import pathlib
import re
import struct
import subprocess
import tempfile
import urllib.parse
import zlib

import lightgbm
import numpy

import augment_pages

ROOT = pathlib.Path(__file__).resolve().parent.parent
DUMP = ROOT / "build/release/tests/tools/newsmill_body_dump"
TABLE = ROOT / "src/extract/body/model_table.cc"
SET_WEIGHTS = {"aeb": 2.0, "fundus": 2.5, "wcxb": 1.0}
COPIES = {"aeb": 2, "fundus": 2, "wcxb": 1}  # of each page
TRAINED_CHANGES = {"first", "last", "parts"}  # others are only measured
COPY_WEIGHT, CHANGED_WEIGHT = 0.3, 2.5  # the second is of a changed block
NEAR = 12  # blocks of a copy around its label that are used for training
TREES = 140
PARAMETERS = {
    "objective": "binary", "num_leaves": 24, "max_depth": 6,
    "learning_rate": 0.08, "min_data_in_leaf": 40, "feature_fraction": 0.5,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "max_bin": 127,
    "num_threads": 1, "seed": 1, "deterministic": True, "verbose": -1,
}
SECOND_TREES = 40
SECOND_PARAMETERS = PARAMETERS | {
    "num_leaves": 12, "max_depth": 5, "feature_fraction": 0.8}
CLOSED = 3000  # as IsOpen of context.h
MOST_CHANGE = 600  # as kMostChange of model.cc
PARTS = 5  # of the hosts


def lines_of(path):
    text = subprocess.run(["zstd", "-dc", "--long=27", path], check=True,
                          stdout=subprocess.PIPE).stdout
    return text.splitlines()


def words(text):
    return re.findall(r"\w+", text or "")


# -- labels: which blocks stand in the labelled text --

def places_of(block, text, runs, first):
    """(begin, end, weight) of where the block may stand in the text."""
    if len(block) < 4:
        return [(p, p + len(block), len(block))
                for p in first[block[0]][:200]
                if text[p:p + len(block)] == block][:41]
    starts = [runs.get(tuple(block[i:i + 4]), ())
              for i in range(len(block) - 3)]
    if sum(1 for s in starts if s) < 0.5 * len(starts):
        return []
    votes = collections.Counter(p - i for i, s in enumerate(starts)
                                for p in s[:12])
    return [(max(0, begin), max(0, begin) + len(block),
             votes_ + 3 if votes_ < len(starts) else len(block))
            for begin, votes_ in votes.most_common(3)]


def heaviest_chain(places, size):
    """Places, in the order of blocks and of the text, that weigh most."""
    tree = [(0, -1)] * (size + 3)
    best, before = [], []

    def up_to(i):
        found, i = (0, -1), i + 1
        while i > 0:
            found, i = max(found, tree[i]), i - (i & -i)
        return found

    def raise_to(i, value):
        i += 1
        while i < len(tree):
            tree[i] = max(tree[i], value)
            i += i & -i

    at = 0
    while at < len(places):
        end = at
        while end < len(places) and places[end][0] == places[at][0]:
            end += 1
        for k in range(at, end):
            weight, previous = up_to(min(places[k][1] + 1, size))
            best.append(weight + places[k][3])
            before.append(previous)
        for k in range(at, end):
            raise_to(min(places[k][2], size), (best[k], k))
        at = end
    chain, k = [], int(numpy.argmax(best)) if best else -1
    while k >= 0:
        chain.append(places[k])
        k = before[k]
    return chain


def labels_of(text, blocks):
    first = collections.defaultdict(list)
    runs = collections.defaultdict(list)
    for p, word in enumerate(text):
        first[word].append(p)
    for p in range(len(text) - 3):
        runs[tuple(text[p:p + 4])].append(p)
    places = sorted((j, *place) for j, block in enumerate(blocks) if block
                    for place in places_of(block, text, runs, first))
    labels = numpy.zeros(len(blocks))
    used = numpy.zeros(len(text), bool)
    for j, begin, end, _ in heaviest_chain(places, len(text)):
        labels[j] = 1
        used[begin:end] = True
    for j, block in enumerate(blocks):
        if labels[j] or len(block) < 6:
            continue
        starts = [runs.get(tuple(block[i:i + 4]), ())
                  for i in range(len(block) - 3)]
        free = [[p for p in s if not used[p]] for s in starts]
        if sum(1 for f in free if f) > 0.8 * len(starts):
            labels[j] = 1
            for f in free:
                used[f[:1]] = True
    return labels


class Page:
    """A page or, with the name of a recipe, a changed copy of it. Blocks that
    the copy adds or puts apart contain marks of augment_pages."""

    def __init__(self, name, truth, envelope, texts, features, recipe=""):
        self.set = name
        self.recipe = recipe
        self.envelope = envelope
        host = urllib.parse.urlsplit(truth["url"]).netloc.removeprefix("www.")
        self.host = host
        self.features = features
        self.blocks = [words(text) for text in texts]
        paragraphs = truth.get("paragraphs")
        self.text = words("\n\n".join(paragraphs) if paragraphs
                          else truth["text"])
        # Without what may be there or not.
        self.wanted = words(truth["text"]) if not truth.get("optional") else (
            words("\n\n".join(p for i, p in enumerate(paragraphs)
                              if i not in truth["optional"])))
        self.labels = labels_of(
            self.text, [() if augment_pages.ADDED in text else block
                        for text, block in zip(texts, self.blocks)])
        changed = numpy.array([augment_pages.unmarked(text) != text
                               for text in texts])
        optional = [set(words(paragraphs[i]))
                    for i in truth.get("optional") or ()]
        sizes = numpy.array([len(b) for b in self.blocks], float)
        weights = 0.4 + numpy.minimum(numpy.sqrt(sizes) / 3, 3)
        weights[changed] *= CHANGED_WEIGHT
        for j, block in enumerate(self.blocks):
            kept = set(block)
            if self.labels[j] and any(len(kept & o) > 0.9 * len(kept)
                                      for o in optional):
                weights[j] = 0
        total = max(weights.sum(), 1)
        self.weights = (SET_WEIGHTS[name] * (COPY_WEIGHT if recipe else 1) *
                        weights / total ** 0.5)
        self.trains = numpy.ones(len(texts), bool)
        if recipe:  # A copy may leave out parts of the label.
            self.wanted = self.words_of(self.labels > 0)
            # Far from these blocks, the copy and its page are the same.
            near = [j for j in range(len(texts)) if self.labels[j] or changed[j]]
            first, last = (near[0], near[-1]) if near else (0, -1)
            self.trains[:max(first - NEAR, 0)] = False
            self.trains[last + NEAR + 1:] = False
            self.trains &= recipe in TRAINED_CHANGES

    def words_of(self, chosen):
        return [w for block, c, weight in zip(self.blocks, chosen, self.weights)
                if c and weight > 0 for w in block]


def dump(envelopes, scores):
    """For each page its blocks' texts, features and, with scores, contexts."""
    with tempfile.TemporaryFile() as file:
        for envelope, own in zip(envelopes, scores):
            for part in (envelope, numpy.asarray(own, numpy.int32).tobytes()):
                file.write(struct.pack("<I", len(part)) + part)
        file.seek(0)
        dump = subprocess.run([DUMP], stdin=file, check=True,
                              stdout=subprocess.PIPE).stdout
    _, features, contexts = struct.unpack_from("<III", dump)
    at = 12
    for own in scores:
        blocks, at = struct.unpack_from("<I", dump, at)[0], at + 4
        count = features + (contexts if len(own) else 0)
        texts, rows = [], numpy.zeros((blocks, count), numpy.int16)
        for j in range(blocks):
            size, at = struct.unpack_from("<I", dump, at)[0], at + 4
            texts.append(dump[at:at + size].decode("utf-8", "replace"))
            at += size
            rows[j] = numpy.frombuffer(dump, numpy.int16, count, at)
            at += 2 * count
        yield texts, rows[:, :features], rows[:, features:]


def pages_of(name, data):
    truths = {t["id"]: t for t in map(
        json.loads, lines_of(data / f"truth-{name}.ndjson.zst"))}
    kept, envelopes = [], []
    for line in lines_of(data / f"pages-{name}.ndjson.zst"):
        truth = truths.get(json.loads(line)["id"])
        if truth and truth.get("text") is not None:
            kept.append(truth)
            envelopes.append(line)
    dumped = dump(envelopes, [()] * len(envelopes))
    for truth, envelope, (texts, features, _) in zip(kept, envelopes, dumped):
        if texts:
            yield Page(name, truth, envelope, texts, features)
    yield from copies_of(name, kept, envelopes)


def copies_of(name, truths, envelopes):
    """Changed copies of the pages. The texts of their blocks, with the marks of
    what was added, come from one page. The features come from the same page
    without marks."""
    copies = list(augment_pages.copies_of(truths, envelopes, COPIES[name]))
    nothing = [()] * len(copies)
    marked = dump([c[2] for c in copies], nothing)
    plain = dump([c[3] for c in copies], nothing)
    for (i, recipe, _, envelope), (texts, _, _), (_, features, _) in zip(
            copies, marked, plain):
        if texts and len(texts) == len(features):
            yield Page(name, truths[i], envelope, texts, features, recipe)


def trained(parameters, trees, rows, pages, kept=None):
    kept = [p.trains & k for p, k in zip(pages, kept or [True] * len(pages))]
    data = lightgbm.Dataset(
        numpy.concatenate([r[k] for r, k in zip(rows, kept)]),
        numpy.concatenate([p.labels[k] for p, k in zip(pages, kept)]),
        weight=numpy.concatenate([p.weights[k] for p, k in zip(pages, kept)]))
    return lightgbm.train(parameters, data, trees)


def first_model(pages):
    return trained(PARAMETERS, TREES, [p.features for p in pages], pages)


def scored(model, page):
    return numpy.round(1000 * model.predict(page.features, raw_score=True))


def unseen_scores(pages):
    """Of each page, by a model that was not shown its host."""
    scores = {}
    for part in range(PARTS):
        inside = [p for p in pages if part_of(p, "second") == part]
        model = first_model(
            [p for p in pages if part_of(p, "second") != part])
        scores.update((id(p), scored(model, p)) for p in inside)
    return [scores[id(p)] for p in pages]


def contexts_of(pages, scores):
    return [contexts for _, _, contexts in
            dump([p.envelope for p in pages], scores)]


def is_open(scores):
    return scores > -CLOSED


def second_model(pages, scores):
    return trained(SECOND_PARAMETERS, SECOND_TREES, contexts_of(pages, scores),
                   pages, [is_open(s) for s in scores])


def fit(pages):
    return first_model(pages), second_model(pages, unseen_scores(pages))


def chosen_by(models, pages):
    first, second = models
    scores = [scored(first, p) for p in pages]
    for own, contexts in zip(scores, contexts_of(pages, scores)):
        final = numpy.clip(1000 * second.predict(contexts, raw_score=True),
                           own - MOST_CHANGE, own + MOST_CHANGE)
        yield (final > 0) & is_open(own)


def part_of(page, salt):
    return zlib.crc32((salt + page.host).encode()) % PARTS


def runs_of(text):
    return collections.Counter(tuple(text[i:i + 4])
                               for i in range(max(1, len(text) - 3)))


def report(pages):
    """Body F1 of a page by runs of four words, mean; held out."""
    scores = collections.defaultdict(list)
    for part in range(PARTS):
        held = [p for p in pages if part_of(p, "") == part]
        models = fit([p for p in pages if part_of(p, "") != part])
        for page, chosen in zip(held, chosen_by(models, held)):
            got = runs_of(page.words_of(chosen))
            want = runs_of(page.wanted)
            both = sum((got & want).values())
            name = f"copies, {page.recipe}" if page.recipe else page.set
            scores[name].append(
                2 * both / (sum(got.values()) + sum(want.values())))
    for name, values in sorted(scores.items()):
        print(f"{name}: held-out F1 {numpy.mean(values):.4f}, "
              f">= 0.98 {numpy.mean(numpy.array(values) >= .98):.3f}")


# -- the table --

def flatten(tree, nodes, leaves):
    """A node's number, or 128 and a leaf's."""
    if "split_feature" not in tree:
        leaves.append(round(tree["leaf_value"] * 1000))
        return 128 + len(leaves) - 1
    number = len(nodes)
    nodes.append(None)
    left = flatten(tree["left_child"], nodes, leaves)
    right = flatten(tree["right_child"], nodes, leaves)
    threshold = max(-32768, min(32767, int(tree["threshold"] // 1)))
    nodes[number] = f"{{{tree['split_feature']},{threshold},{left},{right}}}"
    return number


def wrapped(items):
    lines, line = [], "   "
    for item in items:
        if len(line) + len(item) + 2 > 80:
            lines.append(line)
            line = "   "
        line += f" {item},"
    return "\n".join([*lines, line])


def arrays_of(model, prefix):
    nodes, leaves, first_node, first_leaf = [], [], [], []
    for tree in model.dump_model()["tree_info"]:
        own_nodes, own_leaves = [], []
        if flatten(tree["tree_structure"], own_nodes, own_leaves) >= 128:
            own_nodes = ["{0,0,128,128}"]
        first_node.append(str(len(nodes)))
        first_leaf.append(str(len(leaves)))
        nodes += own_nodes
        leaves += [str(leaf) for leaf in own_leaves]
    return "\n\n".join(
        f"constexpr auto {prefix}{name} = std::to_array<{kind}>({{\n"
        f"{wrapped(values)}\n}});"
        for name, kind, values in (("Nodes", "TreeNode", nodes),
                                   ("Leaves", "int16_t", leaves),
                                   ("FirstNode", "uint16_t", first_node),
                                   ("FirstLeaf", "uint16_t", first_leaf)))


def feature_list_hash():
    """Of the features as the tool writes them: what the table is made for."""
    dump = subprocess.run([DUMP], stdin=subprocess.DEVNULL, check=True,
                          stdout=subprocess.PIPE).stdout
    return struct.unpack_from("<I", dump)[0]


def table_of(first, second):
    return f"""// script/train_body_model.py writes this file and explains how. Do not edit it.
#include <array>
#include <cstdint>

#include "model.h"

namespace newsmill::extract::body {{
namespace {{

// clang-format off
{arrays_of(first, "k")}

{arrays_of(second, "kContext")}
// clang-format on

}}  // namespace

uint32_t TrainedFeatureListHash() {{ return 0x{feature_list_hash():08X}; }}

const TreeModel& BodyModel() {{
  static constexpr TreeModel kModel = {{kNodes, kLeaves, kFirstNode, kFirstLeaf}};
  return kModel;
}}

const TreeModel& ContextModel() {{
  static constexpr TreeModel kModel = {{kContextNodes, kContextLeaves,
                                       kContextFirstNode, kContextFirstLeaf}};
  return kModel;
}}

}}  // namespace newsmill::extract::body
"""


def main():
    parser = argparse.ArgumentParser(description="Trains the body's model.")
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    pages = [page for name in SET_WEIGHTS
             for page in pages_of(name, arguments.data)]
    if arguments.held_out:
        report(pages)
    if arguments.write:
        TABLE.write_text(table_of(*fit(pages)), encoding="utf-8")


if __name__ == "__main__":
    main()
