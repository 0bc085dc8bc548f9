#!/usr/bin/env bash
# Resiliparse drops a Chinese, Japanese or Korean character that is alone between two tags, if it
# extracts the main content: "他<b>不</b>走了", he does not leave, becomes "leave". Ruby loses the
# kanji and keeps the reading, and a euro sign in a tag goes too. It matters to all who extract
# news with links or bold names: the text reads well and says something else. Seen with
# Resiliparse 2.0.1 from PyPI. Source: _is_unprintable_pua in html2text.pyx compares the bytes of
# UTF-8 in memory order, so most characters of three bytes pass for private-use icons.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check Resiliparse==2.0.1

"$folder/venv/bin/python" - <<'PYTHON'
import importlib.metadata
import sys

from resiliparse.extract.html2text import extract_plain_text

print("Resiliparse", importlib.metadata.version("Resiliparse"))
CASES = [
    ("他<b>不</b>走了。", "走了。"),
    ("市长说他<b>不</b>会辞职。", "市长说他会辞职。"),  # he will not / he will resign
    ("<a href='/1'>王毅</a>與<a href='/2'>布林肯</a>會晤。", "王毅布林肯會晤。"),
    ("<b>東京</b>で<b>地震</b>がありました。", "東京地震がありました。"),
    ("<ruby>橋<rt>はし</rt></ruby>が安全です。", "はしが安全です。"),
    ("<b>서울</b>과<b>부산</b>에", "서울부산"),
    ("The fine is 10 <b>€</b> a day.", "The fine is 10 a day."),
    ("<b>Киев</b>и<b>Минск</b>, Plan <b>B</b>", "КиевиМинск, Plan B"),  # two bytes or one: kept
]
changed = False

for markup, expected in CASES:
    page = f"<html><body><main><p>{markup}</p></main></body></html>"
    found = extract_plain_text(page, main_content=True).strip()
    whole = extract_plain_text(page).strip()
    print(f"{markup}\n  main content: {found}\n  whole page:   {whole}")
    changed |= found != expected or len(whole) < len(found)

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
