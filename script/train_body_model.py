#!/usr/bin/env python3
"""Trains the block classifier of src/extract/body_model.h and writes its table.

    script/train_body_model.py --data EVAL/extraction [--folds 5] [--write]

Needs `pip install lightgbm numpy`, the program `zstd`, and the tool
build/release/tests/tools/newsmill_body_dump. EVAL/extraction holds
pages-SET.ndjson.zst and truth-SET.ndjson.zst (aeb, fundus, wcxb).

What it does:
1. Each page's blocks come from the tool, with their features.
2. A block is in the body when its words stand in the page's labelled text, in
   the order of the page (the heaviest chain of such blocks), or, out of order,
   when most of its four-word runs stand in a part that no other block took.
   Paragraphs that the label calls optional are left out of the training.
3. Gradient-boosted trees (LightGBM): 140 of at most 24 leaves. A block weighs
   more with its words, less with its page's; news sets weigh more than blogs.
4. --folds: the body F1 of pages that a model has not seen, all pages of a host
   in one fold. --write: a model of all pages becomes body_model_table.cc, with
   thresholds and leaves as integers. No text and no name of a page is in it.
"""
import argparse
import base64
import collections
import html
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

ROOT = pathlib.Path(__file__).resolve().parent.parent
DUMP = ROOT / "build/release/tests/tools/newsmill_body_dump"
TABLE = ROOT / "src/extract/body_model_table.cc"
SET_WEIGHTS = {"aeb": 2.0, "fundus": 2.5, "wcxb": 1.0}
TREES = 140
PARAMETERS = {
    "objective": "binary", "num_leaves": 24, "max_depth": 6,
    "learning_rate": 0.08, "min_data_in_leaf": 40, "feature_fraction": 0.5,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "max_bin": 127,
    "num_threads": 1, "seed": 1, "deterministic": True, "verbose": -1,
}


def lines_of(path):
    text = subprocess.run(["zstd", "-dc", "--long=27", path], check=True,
                          stdout=subprocess.PIPE).stdout
    return (json.loads(line) for line in text.splitlines())


def words(text):
    return re.findall(r"\w+", text or "")


# -- hints: what a reader of metadata would say, as far as training needs it --

ARTICLE = re.compile(r"Article|Posting|Report|Review$|Recipe")


def meta(page, names):
    for tag in re.findall(r"<meta\b[^>]*>", page, re.I):
        name = re.search(r'(?:property|name|itemprop)\s*=\s*["\']?'
                         r'([^"\'\s>]+)', tag, re.I)
        if name and name[1].lower() in names:
            value = re.search(r'content\s*=\s*(?:"([^"]*)"|\'([^\']*)\')', tag,
                              re.I)
            if value:
                return html.unescape(value[1] or value[2] or "").strip()
    return ""


def json_ld(page):
    """Every object in the page's JSON-LD whose type is an article's."""
    found = []
    stack = []
    for script in re.findall(r"<script[^>]*ld\+json[^>]*>(.*?)</script>", page,
                             re.I | re.S):
        try:
            stack.append(json.loads(script.strip(), strict=False))
        except ValueError:
            continue
    while stack:
        value = stack.pop(0)
        if isinstance(value, list):
            stack = value + stack
        elif isinstance(value, dict):
            stack = list(value.values()) + stack
            kinds = value.get("@type", [])
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(k, str) and ARTICLE.search(k) for k in kinds):
                found.append(value)
    return found


def authors_of(nodes, page):
    names = []
    for node in nodes:
        people = node.get("author")
        for person in people if isinstance(people, list) else [people]:
            if isinstance(person, dict):
                person = person.get("name")
            if isinstance(person, str) and person not in names:
                names.append(person)
    if not names:
        name = meta(page, ("author", "article:author"))
        names = [name] if name and not name.startswith("http") else []
    return names


def hints_of(page):
    nodes = json_ld(page)
    bodies = [n["articleBody"] for n in nodes
              if isinstance(n.get("articleBody"), str)]
    body = max(bodies, key=len) if bodies else ""
    body = re.sub(r"<[^>]+>", " ", html.unescape(body))
    titles = [n["headline"] for n in nodes
              if isinstance(n.get("headline"), str)]
    title = titles[0] if titles else meta(page, ("og:title", "twitter:title"))
    if not title:
        tag = re.search(r"<title[^>]*>(.*?)</title>", page, re.I | re.S)
        title = tag[1].strip() if tag else ""
    is_article = bool(nodes) or meta(page, ("og:type",)) in (
        "article", "news", "blog")
    return (html.unescape(title), "\n".join(authors_of(nodes, page)), body,
            meta(page, ("og:description", "description")),
            "1" if is_article else "0")


def text_of(envelope):
    """The page in UTF-8."""
    raw = base64.b64decode(envelope["content"])
    label = (re.search(r"charset=([\w-]+)", envelope.get("content_type") or "")
             or re.search(r"charset=[\"']?([\w-]+)",
                          raw[:4096].decode("latin-1")))
    for name in ("utf-8", label[1] if label else "cp1252"):
        try:
            return raw.decode(name).removeprefix("\ufeff")
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("cp1252", "replace")


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
    def __init__(self, name, truth, texts, features):
        self.set = name
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
        self.labels = labels_of(self.text, self.blocks)
        optional = [set(words(paragraphs[i]))
                    for i in truth.get("optional") or ()]
        sizes = numpy.array([len(b) for b in self.blocks], float)
        weights = 0.4 + numpy.minimum(numpy.sqrt(sizes) / 3, 3)
        for j, block in enumerate(self.blocks):
            kept = set(block)
            if self.labels[j] and any(len(kept & o) > 0.9 * len(kept)
                                      for o in optional):
                weights[j] = 0
        total = max(weights.sum(), 1)
        self.weights = SET_WEIGHTS[name] * weights / total ** 0.5


def pages_of(name, data):
    truths = {t["id"]: t for t in lines_of(data / f"truth-{name}.ndjson.zst")}
    kept = []
    with tempfile.TemporaryFile() as packed:
        for envelope in lines_of(data / f"pages-{name}.ndjson.zst"):
            truth = truths.get(envelope["id"])
            if not truth or truth.get("text") is None:
                continue
            kept.append(truth)
            page = text_of(envelope)
            for text in (*hints_of(page), page):
                text = text.encode("utf-8", "replace")
                packed.write(struct.pack("<I", len(text)) + text)
        packed.seek(0)
        dump = subprocess.run([DUMP], stdin=packed, check=True,
                              stdout=subprocess.PIPE).stdout
    count, at = struct.unpack_from("<I", dump)[0], 4
    for truth in kept:
        blocks, at = struct.unpack_from("<I", dump, at)[0], at + 4
        texts = []
        features = numpy.zeros((blocks, count), numpy.int16)
        for j in range(blocks):
            size, at = struct.unpack_from("<I", dump, at)[0], at + 4
            texts.append(dump[at:at + size].decode("utf-8", "replace"))
            at += size
            features[j] = numpy.frombuffer(dump, numpy.int16, count, at)
            at += 2 * count
        yield Page(name, truth, texts, features)


def fit(pages):
    pages = [p for p in pages if p.blocks]
    data = lightgbm.Dataset(
        numpy.concatenate([p.features for p in pages]),
        numpy.concatenate([p.labels for p in pages]),
        weight=numpy.concatenate([p.weights for p in pages]))
    return lightgbm.train(PARAMETERS, data, TREES)


def runs_of(text):
    return collections.Counter(tuple(text[i:i + 4])
                               for i in range(max(1, len(text) - 3)))


def report(pages, folds):
    """Body F1 of a page by runs of four words, mean; held out."""
    scores = collections.defaultdict(list)
    for fold in range(folds):
        held = [p for p in pages
                if zlib.crc32(p.host.encode()) % folds == fold and p.blocks]
        model = fit([p for p in pages
                     if zlib.crc32(p.host.encode()) % folds != fold])
        for page in held:
            chosen = model.predict(page.features, raw_score=True) > 0
            got = runs_of([w for b, c, weight in
                           zip(page.blocks, chosen, page.weights)
                           if c and weight > 0 for w in b])
            want = runs_of(page.wanted)
            both = sum((got & want).values())
            scores[page.set].append(
                2 * both / (sum(got.values()) + sum(want.values())))
    for name, values in scores.items():
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


def table_of(model):
    nodes, leaves, first_node, first_leaf = [], [], [], []
    for tree in model.dump_model()["tree_info"]:
        own_nodes, own_leaves = [], []
        if flatten(tree["tree_structure"], own_nodes, own_leaves) >= 128:
            own_nodes = ["{0,0,128,128}"]
        first_node.append(str(len(nodes)))
        first_leaf.append(str(len(leaves)))
        nodes += own_nodes
        leaves += [str(leaf) for leaf in own_leaves]
    arrays = "\n\n".join(
        f"constexpr auto {name} = std::to_array<{kind}>({{\n"
        f"{wrapped(values)}\n}});"
        for name, kind, values in (("kNodes", "TreeNode", nodes),
                                   ("kLeaves", "int16_t", leaves),
                                   ("kFirstNode", "uint16_t", first_node),
                                   ("kFirstLeaf", "uint16_t", first_leaf)))
    return f"""// Written by script/train_body_model.py, which says how; not to be edited.
#include <array>
#include <cstdint>

#include "body_model.h"

namespace newsmill::extract {{
namespace {{

// clang-format off
{arrays}
// clang-format on

}}  // namespace

const TreeModel& BodyModel() {{
  static constexpr TreeModel kModel = {{kNodes, kLeaves, kFirstNode, kFirstLeaf}};
  return kModel;
}}

}}  // namespace newsmill::extract
"""


def main():
    parser = argparse.ArgumentParser(description="Trains the body's model.")
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    pages = [page for name in SET_WEIGHTS
             for page in pages_of(name, arguments.data)]
    if arguments.folds:
        report(pages, arguments.folds)
    if arguments.write:
        TABLE.write_text(table_of(fit(pages)), encoding="utf-8")


if __name__ == "__main__":
    main()
