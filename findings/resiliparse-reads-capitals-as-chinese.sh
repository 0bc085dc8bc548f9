#!/usr/bin/env bash
# Resiliparse says that a text in capitals is Chinese, whatever its language is: English,
# German, Russian or Greek. The score passes the default cutoff. For a Chinese sentence
# the answer is "unknown". It matters to all who detect the language of wire stories in
# capitals, of headlines and of legal notices: a filter by language drops the article.
# Seen with Resiliparse 2.0.0 from PyPI. Source: resiliparse.parse.lang.detect_fast.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  resiliparse==2.0.0

"$folder/venv/bin/python" - <<'PYTHON'
import importlib.metadata
import sys

from resiliparse.parse.lang import detect_fast

print("Resiliparse", importlib.metadata.version("resiliparse"))
TEXTS = {
    "en": "The government said on Tuesday that it would raise taxes on fuel next year, "
          "despite protests by farmers in several regions of the country.",
    "de": "Die Regierung teilte am Dienstag mit, dass sie die Steuern auf Kraftstoff im "
          "kommenden Jahr trotz der Proteste der Bauern anheben werde.",
    "ru": "Правительство сообщило во вторник, что в следующем году повысит налоги на "
          "топливо, несмотря на протесты фермеров в нескольких регионах.",
    "el": "Η κυβέρνηση ανακοίνωσε την Τρίτη ότι θα αυξήσει τους φόρους στα καύσιμα το "
          "επόμενο έτος παρά τις διαμαρτυρίες των αγροτών.",
}
CHINESE = "政府周二表示,尽管农民抗议,明年仍将提高燃油税,反对党对此提出严厉批评。"
changed = False


def expect(what, text, wanted):
    global changed
    found, score = detect_fast(text)  # the lower, the surer; 1200 is the default cutoff
    print(f"{what:18} {found} ({score}): {text[:40]}")
    changed |= found != wanted


for language, text in TEXTS.items():
    expect(f"{language}, as written", text, language)
    expect(f"{language}, in capitals", text.upper(), "zh")
expect("zh, as written", CHINESE, "unknown")

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
