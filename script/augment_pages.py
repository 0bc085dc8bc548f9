"""Writes changed copies of labelled pages, for train_body_model.py.

The label of a page is the text of its body. The label stays right if paragraphs
get other elements around them, or if lines that are not in the label come
between them. Each copy has one change of a kind that the training pages seldom
have: see RECIPES. The page is edited as a string, so the rest of the page stays
as it is. Needs only the standard library.

A text that a copy adds starts with ADDED, so that its block is known to be
boilerplate even if it repeats a sentence of the label. A paragraph of the label
that a copy puts apart from the others starts with APART. `unmarked` removes
both marks.
"""
import base64
import bisect
import dataclasses
import html
import json
import random
import re

import augment_words as lines

ADDED, APART = "\ue000", "\ue001"
FEWEST_PARAGRAPHS = 5
FEWEST_WORDS = 6  # of a paragraph
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link",
        "meta", "param", "source", "track", "wbr"}
SKIPPED = re.compile(r"<!--.*?-->|<(script|style|noscript|template|textarea)\b"
                     r".*?</\1\s*>", re.S | re.I)
PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>((?:(?!</?(?:p|div|td|li|section)\b)"
                       r".)*?)</p\s*>", re.S | re.I)
TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)((?:\s[^>]*)?)>", re.I)
CLOSE, INSERT, OPEN = range(3)  # order of edits at one position


def words(text):
    return re.findall(r"\w+", text or "")


def text_of(markup):
    return " ".join(html.unescape(TAG.sub("", markup)).split())


def marked(markup):
    """The markup with ADDED before each of its texts."""
    return re.sub(r"(^|>)(\s*)(?=[^<\s])", rf"\1\2{ADDED}", markup)


def unmarked(page):
    return page.replace(ADDED, "").replace(APART, "")


@dataclasses.dataclass
class Source:
    """A labelled page, and the places of its paragraphs in the markup."""
    page: str
    title: str
    spans: list  # (begin, end) of p elements that are siblings
    inner: list  # the markup in each of them


def is_balanced(page, begin, end):
    """Whether the elements that begin in this part also end in it."""
    open_tags = []
    part = SKIPPED.sub("", page[begin:end])
    for slash, name, rest in TAG.findall(part):
        name = name.lower()
        if name in VOID or rest.endswith("/"):
            continue
        if not slash:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return False
    return not open_tags


def labelled_paragraphs(page, label):
    """The p elements whose words stand in the label, in its order."""
    skipped = [m.span() for m in SKIPPED.finditer(page)]
    begins = [begin for begin, _ in skipped]
    text, at = f" {' '.join(words(label))} ", 0
    for found in PARAGRAPH.finditer(page):
        k = bisect.bisect(begins, found.start()) - 1
        if k >= 0 and skipped[k][1] > found.start():
            continue
        own = words(text_of(found[1]))
        place = text.find(f" {' '.join(own)} ", at)
        if len(own) >= FEWEST_WORDS and place >= 0:
            at = place + 1
            yield found


def title_of(page):
    """The first heading with text, else the title of the document."""
    for tag in ("h1", "title"):
        for found in re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}\s*>",
                                SKIPPED.sub("", page), re.S | re.I):
            title = text_of(found)
            if title:
                return title
    return "News"


def source_of(page, label):
    """The longest run of labelled paragraphs that are siblings, or None."""
    runs = []
    for found in labelled_paragraphs(page, label):
        if runs and is_balanced(page, runs[-1][-1].end(), found.start()):
            runs[-1].append(found)
        else:
            runs.append([found])
    run = max(runs, key=len, default=())
    if len(run) < FEWEST_PARAGRAPHS:
        return None
    return Source(page, title_of(page), [f.span() for f in run],
                  [f[1] for f in run])


def edited(page, edits):
    """The page with edits (position, order, markup) made."""
    parts, at = [], 0
    for position, _, markup in sorted(edits, key=lambda e: e[:2]):
        parts += [page[at:position], markup]
        at = position
    return "".join([*parts, page[at:]])


# -- pieces of markup --

def random_class(chance):
    """A class attribute that names no part of a page, or nothing."""
    name = chance.choice(["", "", "", "row", "c-block", "text", "part", "chunk",
                          f"css-{chance.randrange(16 ** 6):06x}",
                          f"sc-{chance.randrange(16 ** 5):05x}"])
    return f' class="{name}"' if name else ""


def wrapper(chance, levels):
    """(start, end) of that many elements around something."""
    tags = [chance.choice(["div", "div", "div", "section"])
            for _ in range(levels)]
    return ("".join(f"<{t}{random_class(chance)}>" for t in tags),
            "".join(f"</{t}>" for t in reversed(tags)))


def link(text):
    return f'<a href="/n/{len(text)}">{text}</a>'


def in_block(chance, text):
    """A line as sites write it: bare, or in an element without a name."""
    tag = chance.choice(["p", "p", "p", "div"])
    inline = chance.choice(["{}", "{}", "<em>{}</em>", "<strong>{}</strong>",
                            "<span>{}</span>", "<small>{}</small>"])
    start, end = wrapper(chance, chance.choice([0, 0, 0, 1, 2]))
    return (f"{start}<{tag}{random_class(chance)}>{inline.format(text)}"
            f"</{tag}>{end}")


def line(chance, kind):
    text = chance.choice(lines.LINES)[kind]
    if chance.random() < 0.3:
        text = text.upper()
    return text


def byline(chance):
    """The name of an author, sometimes with a date."""
    name = chance.choice(["Mira Kolbe", "Jon Aldane", "T. Okwuosa", "Li Anxi",
                          "Petra Vlk", "Sami Haddar", "Ines Morel"])
    date = chance.choice(["", "<time>3 May 2024</time>", "2024-05-03",
                          "<span>03.05.2024, 14:20</span>"])
    return in_block(chance, f"{chance.choice(['', 'By ', ''])}{name}") + (
        date and f"<div>{date}</div>")


def headline(others, chance):
    return html.escape(chance.choice(others).title)


# -- what a copy may add; each returns markup without marks --

def notice(chance, others):
    kind = chance.choice([lines.AD, lines.AD, lines.AD_NOTE, lines.NEWSLETTER,
                          lines.FOLLOW])
    text = line(chance, kind)
    if kind != lines.AD and chance.random() < 0.3:
        text = link(text)
    return in_block(chance, text)


def read_more(chance, others):
    label = line(chance, lines.MORE)
    form = chance.choice(["{}: {}", "{} {}", "{} – {}"])
    return in_block(chance, form.format(label, link(headline(others, chance))))


def credit(chance, others):
    name = chance.choice(["R. Sandoz", "Eva Lindt", "K. Mbeki/Pressbild",
                          "Archive", "City of Norhaven"])
    text = f"{line(chance, lines.CREDIT)}: {name}"
    return chance.choice([
        f"<p>{text}</p>", f"<div>{text}</div>", f"<p><em>{text}</em></p>",
        f'<p><img src="/i.jpg" alt=""><br>{text}</p>',
        f'<figure><img src="/i.jpg" alt=""><figcaption>{text}</figcaption>'
        "</figure>"])


def topics(chance, others):
    names = [headline(others, chance).split(" ")[0] for _ in range(3)]
    return in_block(chance, f"{line(chance, lines.TOPICS)}: "
                    + ", ".join(map(link, names)))


def related(chance, others):
    """A heading and links, each with an excerpt or without."""
    tag = chance.choice(["h2", "h3", "h4", "p"])
    parts = [f"<{tag}>{line(chance, lines.RELATED)}</{tag}>"]
    excerpts = chance.random() < 0.6
    for _ in range(chance.randint(2, 4)):
        other = chance.choice(others)
        item = f"<h4>{link(html.escape(other.title))}</h4>"
        if excerpts:
            item += f"<p>{html.escape(text_of(other.inner[0])[:240])}</p>"
        parts.append(f"<div>{item}</div>")
    start, end = wrapper(chance, chance.choice([0, 1, 1, 2]))
    return f"{start}{''.join(parts)}{end}"


def article(chance, others):
    """A whole other article."""
    other = chance.choice(others)
    tag = chance.choice(["h1", "h1", "h2"])
    title = html.escape(other.title)
    text = "".join(f"<p>{text_of(p)}</p>" for p in other.inner[:30])
    start, end = wrapper(chance, chance.choice([0, 1, 1, 2]))
    outer = chance.choice(["article", "article", "div", "section"])
    return (f"<{outer}>"
            f"<{tag}>{chance.choice([title, link(title)])}</{tag}>"
            f"{byline(chance)}{start}{text}{end}</{outer}>")


def comments(chance, others):
    """What readers wrote, in elements that are named or not."""
    outer, item = chance.choice([
        ('section id="comments" class="comments"', 'li class="comment"'),
        ('div class="comment-list"', 'div class="comment"'),
        ('div id="discussion"', "article"), ("section", "li")])
    texts = [text_of(chance.choice(chance.choice(others).inner))
             for _ in range(chance.randint(2, 5))]
    items = "".join(f"<{item}>{byline(chance)}<p>{html.escape(text)}</p>"
                    f"</{item.split()[0]}>" for text in texts)
    return (f"<{outer}><h3>{len(texts)} comments</h3>{items}"
            f"</{outer.split()[0]}>")


def quotation(chance, source):
    """A sentence of the text again, or "" if no sentence fits."""
    sentences = [s for p in source.inner
                 for s in re.split(r"(?<=[.!?])\s+", text_of(p))
                 if 6 <= len(words(s)) <= 25]
    if not sentences:
        return ""
    text = html.escape(chance.choice(sentences)).strip("\"“”")
    text = chance.choice(["{}", "“{}”"]).format(text)
    tag = chance.choice(["blockquote", "aside", "aside", "div"])
    return chance.choice([f"<{tag}><p>{text}</p></{tag}>",
                          f"<{tag}>{text}</{tag}>"])


# -- recipes: each returns the edits of one copy --

def around(source, first, last, start, end):
    """Edits that put an element around the paragraphs first to last."""
    return [(source.spans[first][0], OPEN, start),
            (source.spans[last][1], CLOSE, end)]


def apart(source, first, last, chance):
    """Edits that put paragraphs deeper than the rest, and mark them."""
    begins = [begin for begin, _ in source.spans[first:last + 1]]
    return around(source, first, last,
                  *wrapper(chance, chance.choice([1, 2, 2, 3]))) + [
        (source.page.index(">", begin) + 1, INSERT, APART)
        for begin in begins]


def added(source, after, markup):
    """The edit that adds boilerplate after a paragraph; -1 is before all."""
    position = source.spans[after][1] if after >= 0 else source.spans[0][0]
    return [(position, INSERT, marked(markup))]


def split(source, chance, firsts, between=""):
    """Edits that put each part into a wrapper of its own. `firsts` has the
    first paragraph of each part."""
    edits = []
    for first, end in zip(firsts, [*firsts[1:], len(source.spans)]):
        start, stop = wrapper(chance, chance.choice([1, 1, 2, 3]))
        edits += around(source, first, end - 1, start, stop)
        if first and between:
            edits += added(source, first - 1, between)
    return edits


def first_apart(source, chance, others):
    """The first paragraph is deeper than the rest."""
    edits = apart(source, 0, 0, chance)
    if chance.random() < 0.8:
        edits += around(source, 1, len(source.spans) - 1,
                        *wrapper(chance, chance.choice([1, 1, 1, 2])))
    if chance.random() < 0.3:
        edits += added(source, 0, credit(chance, others))
    return edits


def last_apart(source, chance, others):
    """The last one or two paragraphs are deeper than the rest."""
    count = len(source.spans)
    first = count - chance.choice([1, 2, 2])
    edits = apart(source, first, count - 1, chance)
    if chance.random() < 0.8:
        edits += around(source, 0, first - 1,
                        *wrapper(chance, chance.choice([1, 1, 1, 2])))
    return edits


def in_parts(source, chance, others):
    """Two to four parts, or each paragraph, with or without lines between."""
    count = len(source.spans)
    if chance.random() < 0.25:
        return split(source, chance, list(range(count)))
    firsts = [0, *sorted(chance.sample(range(1, count), chance.randint(1, 3)))]
    between = notice(chance, others) if chance.random() < 0.5 else ""
    return split(source, chance, firsts, between)


def with_lines(source, chance, others):
    """Notices and links between paragraphs; a credit, topics or a rule at the
    ends."""
    count = len(source.spans)
    edits = []
    for after in chance.sample(range(count - 1), min(count - 1,
                                                     chance.randint(1, 3))):
        make = chance.choice([notice, notice, read_more])
        edits += added(source, after, make(chance, others))
    if chance.random() < 0.3:
        edits += added(source, -1, credit(chance, others))
    if chance.random() < 0.4:
        rule = in_block(chance, line(chance, lines.COMMENT_RULE))
        edits += added(source, count - 1, chance.choice(
            [rule, topics(chance, others), read_more(chance, others)]))
    return edits


def with_related(source, chance, others):
    return added(source, len(source.spans) - 1, related(chance, others))


def with_comments(source, chance, others):
    return added(source, len(source.spans) - 1, comments(chance, others))


def with_article(source, chance, others):
    return added(source, len(source.spans) - 1, article(chance, others))


def with_quotation(source, chance, others):
    after = chance.randrange(len(source.spans) - 1)
    quote = quotation(chance, source)
    return added(source, after, quote) if quote else []


RECIPES = {
    "first": (3, first_apart), "last": (3, last_apart), "parts": (2, in_parts),
    "lines": (4, with_lines), "related": (2, with_related),
    "article": (2, with_article), "quotation": (1, with_quotation),
    "comments": (2, with_comments),
}


# -- frames: what is around the paragraphs of a copy --

def plain_frame(source, chance, others):
    """The same paragraphs on a small invented page, as small sites have it."""
    name = chance.choice(["Norhaven Post", "Das Talblatt", "L'Écho du Lac"])
    title = html.escape(source.title)
    menu = "".join(f"<li>{link(headline(others, chance).split(' ')[0])}</li>"
                   for _ in range(chance.randint(3, 9)))
    top = chance.choice(["<header>{}</header>", "<div>{}</div>",
                         '<div id="top">{}</div>'])
    links = "".join(f"<p>{link(headline(others, chance))}</p>"
                    for _ in range(chance.choice([0, 0, 3, 6])))
    outer, outer_end = chance.choice([
        ("<main>", "</main>"), ("<main><article>", "</article></main>"),
        ("<article>", "</article>"), ("<div>", "</div>"),
        ('<div id="page"><div id="content">', "</div></div>")])
    start, end = wrapper(chance, chance.choice([0, 1, 1, 2]))
    text = "\n".join(f"<p>{inner}</p>" for inner in source.inner)
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title} - '
        f"{name}</title></head>\n<body>"
        + marked(top.format(f"{link(name)}<nav><ul>{menu}</ul></nav>"))
        + f"{outer}<h1>{title}</h1>\n" + marked(byline(chance))
        + f"\n{start}{text}{end}\n{outer_end}" + marked(f"<div>{links}</div>")
        + marked(f"<footer><p>© {name}</p><ul><li>{link('Contact')}</li>"
                 f"<li>{link('Privacy')}</li></ul></footer>")
        + "</body></html>\n")


def without_names(page, chance):
    """The page with other class names, or without any."""
    names = {}

    def replace(found):
        if found[2] not in names:
            names[found[2]] = f"css-{chance.randrange(16 ** 6):06x}"
        return f' class="{names[found[2]]}"' if keeps else ""
    keeps = chance.random() < 0.7
    return re.sub(r"""\sclass=(["'])([^"'<>]*)\1""", replace, page)


def copy_of(source, label, recipe, chance, others):
    """A changed copy of the page, with marks; None if it cannot be changed."""
    frame = chance.choice(["own", "own", "nameless", "plain", "plain"])
    page = source.page
    if frame == "nameless":
        page = without_names(page, chance)
    elif frame == "plain":
        page = plain_frame(source, chance, others)
    if frame != "own":
        source = source_of(page, label)
    edits = source and RECIPES[recipe][1](source, chance, others)
    return edited(page, edits) if edits else None


# -- copies of a set of pages --

def page_in(envelope):
    """The page in an envelope, or None if it is not in UTF-8."""
    content = json.loads(envelope)["content"]
    try:
        page = base64.b64decode(content).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return page if unmarked(page) == page else None


def envelope_with(envelope, page):
    content = base64.b64encode(page.encode("utf-8")).decode("ascii")
    return json.dumps(json.loads(envelope) | {"content": content}).encode()


def copies_of(truths, envelopes, copies, seed=1):
    """Yields (index of the page, recipe, marked envelope, plain envelope)."""
    labels = ["\n\n".join(t.get("paragraphs") or [t["text"]]) for t in truths]
    sources = {}
    for i, envelope in enumerate(envelopes):
        page = page_in(envelope)
        source = page and source_of(page, labels[i])
        if source:
            sources[i] = source
    for i, source in sources.items():
        chance = random.Random(f"{seed} {truths[i]['id']}")
        others = [s for k, s in sources.items() if k != i]
        ranks = {r: chance.random() ** (1 / w)
                 for r, (w, _) in RECIPES.items()}
        for recipe in sorted(RECIPES, key=ranks.get)[-copies:]:
            page = copy_of(source, labels[i], recipe, chance, others)
            if page:
                yield (i, recipe, envelope_with(envelopes[i], page),
                       envelope_with(envelopes[i], unmarked(page)))
