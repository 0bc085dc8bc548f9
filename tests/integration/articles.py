"""Seeded news: plain text as a scraper leaves it, no two alike but for copies."""

import gzip
import json
import random
import re
from collections import deque
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Iterable, Iterator, Optional, Sequence

WORDS = """
ability account action address advance agency agreement airline airport ambition amount analysis
announcement answer appeal approach area argument army arrival assembly attempt audience authority
average balance bank bargain barrier basis battle benefit board border branch bridge budget
building campaign capacity capital career carrier century challenge chamber change charge charter
choice circle citizen climate coalition coast college column comment commerce commission committee
community company compromise concern conference conflict congress consumer contract control council
country county court coverage credit crisis crop culture currency customer damage deadline debate
debt decade decision decline defence deficit delay delegate demand department deposit design detail
development dispute district dividend doctor document dollar drought economy education effort
election emergency employer energy engine engineer enquiry estate evidence exchange executive
exhibition expansion expense expert export factory failure farmer feature festival figure finance
fishery flight flood forecast forest formula fortune foundation freight frontier fuel funding
future gallery garden general government grain grant growth guarantee harbour harvest hearing
heritage highway history holiday hospital household housing impact import incident income increase
index industry inflation inquiry inspector institute insurance interest investment island issue
journal journey judge justice kingdom labour landscape language launch lawyer leader league lease
lecture legacy letter library licence limit loan lobby machine magazine majority manager margin
market measure meeting member memorial merchant message method minister mission model moment
monument morning motion motorway movement museum nation network notice nursery objection ocean
offer officer official opening operator opinion opposition order outcome output owner package panel
parish parliament partner passage passenger patient payment penalty pension people period permit
petition picture pilot pipeline planner platform player pledge police policy pollution population
port position power practice premium pressure price principle priority prison problem process
product profit programme progress project promise property proposal prospect protection protest
province public purchase purpose quality quarter question railway range rate reaction reader reason
record recovery reduction reform region regulator relation release relief remark rent report
research reserve resident resource response result return revenue review revision reward river
road route rule safety salary sample saving scale scheme scholar school science season secretary
section sector security senate sentence series service session settlement share shelter shipment
shortage signal society soldier solution source speech spending sponsor square stadium staff stage
standard statement station statute stock storage storm strategy stream street strike student study
subsidy summer supplier supply support surface surplus survey system target tariff taxpayer teacher
terminal theatre theory threat ticket timber tourist tower trade tradition traffic training transfer
transport treaty trial tribunal tunnel union university valley value vehicle venture verdict vessel
village visitor volume voter wage warehouse warning water weather welfare winter witness worker
""".split()
VERBS = """
accepts announces approves backs blocks builds cancels changes criticises defends delays delivers
demands discusses doubles drops examines expands explains extends faces funds improves joins leaves
limits loses moves opens opposes plans postpones praises prepares promises proposes protects
publishes raises reaches receives recommends records reduces rejects repeats replaces reports
restores reveals reviews saves sells shares signs starts suggests supports suspends tests welcomes
""".split()
LINKS = ("after", "because", "before", "despite", "although", "while", "since", "unless", "until")
KICKERS = ("World", "Business", "Regional News", "Science", "Transport", "Culture", "Latest News")
TYPICAL_BYTES = 4000
ITEMS_HEADER = "x-items"  # for the checker: how many items a feed has
# Values that cannot become a record, whatever their headers say.
POISON = (None, b'{"content": 5}', b"%PDF-1.7\n\x00\x01\x02" * 20,
          b"\x89PNG\r\n\x1a\n" + bytes(200), b"<html><title>Nothing to read</title></html>",
          b" \r\n\t\r\n", gzip.compress(b"<html><body>" + b"<p>text" * 50)[:-20])


@dataclass(frozen=True)
class Input:
    """One message before it is produced."""

    value: Optional[bytes]
    key: Optional[bytes] = None
    headers: tuple[tuple[str, bytes], ...] = ()


class Newsroom:
    """Writes articles; the same seed writes the same ones."""

    def __init__(self, seed: int):
        self._random = random.Random(seed)
        self._seed = seed
        self._written = 0

    def stories(self, count: int, copies: float = 0.05) -> list[Input]:
        """Bare bodies and envelopes by turns; a share of them are copies of earlier ones."""
        texts: list[str] = []
        inputs = []
        for _ in range(count):
            if texts and self._random.random() < copies:
                copied = self._random.choice((str, str, self.edited, self.cut))
                text = copied(self._random.choice(texts))
            else:
                text = self.text()
                texts.append(text)
            inputs.append(self.input_of(text, as_envelope=self._random.random() < 0.5))
        return inputs

    def mixed(self, copies: float = 0.3, feeds: float = 0.05, poison: float = 0.02
              ) -> Iterator[Input]:
        """Without end: stories, copies of the latest hundred, feeds, and what is none of them."""
        latest: deque[str] = deque(maxlen=100)
        while True:
            draw = self._random.random()
            if draw < poison:
                self._written += 1
                yield Input(self._random.choice(POISON), f"poison-{self._written}".encode())
                continue
            texts = []
            for _ in range(self._random.randrange(2, 6) if draw < poison + feeds else 1):
                copied = latest and self._random.random() < copies
                texts.append(self._random.choice(latest) if copied else self.text())
            latest.extend(texts)
            yield self.feed_of(texts) if len(texts) > 1 else self.input_of(
                texts[0], as_envelope=self._random.random() < 0.5)

    def feed_of(self, texts: Sequence[str]) -> Input:
        """RSS with an item a text, each at a URL of its own."""
        items = []
        for text in texts:
            self._written += 1
            head, *paragraphs = text.strip().split("\n\n")
            body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
            items.append(f"<item><title>{head.splitlines()[1]}</title>"
                         f"<link>https://daily.example/{self._seed}/{self._written}</link>"
                         f"<content:encoded><![CDATA[{body}]]></content:encoded></item>")
        value = ('<?xml version="1.0"?><rss version="2.0" '
                 'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
                 f"<title>Example Daily</title>{''.join(items)}</channel></rss>")
        return Input(value.encode(), f"feed-{self._written}".encode(),
                     (("content-type", b"application/rss+xml"),
                      (ITEMS_HEADER, str(len(texts)).encode())))

    def texts(self, count: int) -> list[str]:
        return [self.text() for _ in range(count)]

    def inputs_of(self, texts: Iterable[str]) -> list[Input]:
        """Each at a URL of its own: again for the same texts, these are reprints."""
        return [self.input_of(text) for text in texts]

    def story(self, marker: str = "", size: int = TYPICAL_BYTES) -> Input:
        """A bare body; `marker` stands in its first paragraph, for faults to find."""
        return self.input_of(self.text(marker, size))

    def input_of(self, text: str, as_envelope: bool = False, name: str = "", url: str = ""
                 ) -> Input:
        """`name` is the envelope's own id, which comes back as `input_id`."""
        self._written += 1
        url = url or f"https://daily.example/{self._seed}/{self._written}"
        key = url.encode()
        if as_envelope or name:
            envelope = {"id": name or f"in-{self._written}", "url": url,
                        "content_type": "text/plain", "content": text, "source": "Example Daily"}
            return Input(json.dumps(envelope).encode(), key)
        return Input(text.encode(), key, (("content-type", b"text/plain; charset=utf-8"),
                                          ("url", url.encode()), ("source", b"Example Daily")))

    def text(self, marker: str = "", size: int = TYPICAL_BYTES) -> str:
        """Kicker, title, date line, paragraphs."""
        day = date(2024, 1, 1) + timedelta(days=self._random.randrange(300))
        head = [self._random.choice(KICKERS), self._title(),
                f"  ·  {day.isoformat()}  ·   Source: Example Daily", ""]
        paragraphs = [self._paragraph()]
        if marker:
            paragraphs[0] = f"{self._sentence()} {marker} {paragraphs[0]}"
        length = len(paragraphs[0])
        while length < size:
            paragraphs.append(self._paragraph())
            length += len(paragraphs[-1]) + 2
        return "\n".join(head) + "\n" + "\n\n".join(paragraphs) + "\n"

    def edited(self, text: str) -> str:
        """Small edits: one word in about a hundred is another one."""
        head, body = text.split("\n\n", 1)
        words = re.split(r"\b", body)
        lower = [at for at, word in enumerate(words) if len(word) > 3 and word.islower()]
        for at in self._random.sample(lower, 1 + len(lower) // 50):
            words[at] = self._random.choice([word for word in WORDS if word != words[at]])
        return head + "\n\n" + "".join(words)

    def cut(self, text: str) -> str:
        """Its beginning, whole paragraphs, less than half of it."""
        head, *paragraphs = text.split("\n\n")
        return "\n\n".join([head, *paragraphs[:max(2, len(paragraphs) * 2 // 5)]]) + "\n"

    def continued(self, text: str) -> str:
        """With news behind it."""
        return text + "\n" + "\n\n".join(self._paragraph() for _ in range(3)) + "\n"

    def _title(self) -> str:
        pick = self._random.choice
        return (f"{pick(WORDS).capitalize()} {pick(WORDS)} {pick(VERBS)} {pick(WORDS)} "
                f"{pick(WORDS)} {pick(LINKS)} {pick(WORDS)} {pick(WORDS)}")

    def _sentence(self) -> str:
        pick = self._random.choice
        amount = self._random.randrange(2, 9000)
        return (f"The {pick(WORDS)} {pick(VERBS)} the {pick(WORDS)} {pick(WORDS)} of the "
                f"{pick(WORDS)} {pick(LINKS)} a {pick(WORDS)} {pick(VERBS)} {amount} "
                f"{pick(WORDS)} reports in the {pick(WORDS)}.")

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._random.randrange(3, 6)))
