"""The commands and programs in the documents work as they stand there, on a real broker."""

import json
import os
import pathlib
import re
import subprocess
import sys
from dataclasses import astuple
from typing import Optional

import jsonschema
import pytest

import places
from articles import Input, Newsroom
from cluster import free_ports
from fleet import Names
from waiting import eventually
from worker import program_environment

pytestmark = [pytest.mark.integration, pytest.mark.cost(6)]

PAGE = places.ROOT / "tests/data/page_article/input.html"
TITLE = "Night school for beekeepers is full"
DEFAULTS = Names("news.raw", "news.articles", "news.duplicates", "news.deadletters",
                 "news.fingerprints", "newsmill")


def block(page: str, language: str, containing: str) -> str:
    """The only fenced block of the page with this text."""
    text = (places.ROOT / page).read_text()
    found, = [each for each in re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)
              if containing in each]
    return found


@pytest.fixture
def localised(uncreated_fleet):
    """What a document says, with this test's broker and topics."""
    def change(text: str) -> str:
        text = text.replace("localhost:9092", uncreated_fleet.cluster.brokers)
        for default, name in list(zip(astuple(DEFAULTS), astuple(uncreated_fleet.names)))[:-1]:
            text = re.sub(rf"(?<![\w.]){re.escape(default)}(?![\w.])", name, text)
        return text
    return change


def run(*command, folder: pathlib.Path, environment: Optional[dict] = None) -> str:
    """What it prints; fails unless it ends well."""
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60,
                           check=False, env=program_environment(environment))
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_the_first_hour_of_the_readme(uncreated_fleet, localised):
    names = uncreated_fleet.names
    port, = free_ports(1)
    commands = localised(block("README.md", "sh", "kill %1")).replace("localhost:9108",
                                                                      f"127.0.0.1:{port}")
    environment = {f"NEWSMILL_TOPICS__{topic.upper()}": getattr(names, topic) for topic in (
        "raw", "articles", "duplicates", "dead_letters", "fingerprints")} | {
            "NEWSMILL_KAFKA__BROKERS": uncreated_fleet.cluster.brokers,
            "NEWSMILL_KAFKA__GROUP": names.group,
            "NEWSMILL_HTTP__LISTEN": f"127.0.0.1:{port}",
            "PATH": f"{places.NEWSMILL.parent}:{os.environ['PATH']}"}

    printed = run("bash", "-euc", f"{commands}\nwait %1", folder=places.ROOT,
                  environment=environment)

    article = json.loads(next(line for line in printed.splitlines() if line.startswith("{")))
    assert article["title"] == TITLE
    assert 'newsmill_articles_total{relation="original"} 1\n' in printed


def test_the_producers_of_the_input_page(fleet, localised, tmp_path):
    (tmp_path / "page.html").write_bytes(PAGE.read_bytes())
    (tmp_path / "envelopes.ndjson").write_text(json.dumps({
        "url": "https://daily.example/3", "content": Newsroom(90).text()}) + "\n")
    run("bash", "-euc", localised(block("docs/input.md", "sh", "page.html")), folder=tmp_path)
    run("bash", "-euc", localised(block("docs/input.md", "sh", "envelopes.ndjson")),
        folder=tmp_path)
    run(sys.executable, "-c", localised(block("docs/input.md", "python", "Producer")),
        folder=tmp_path)

    fleet.worker()
    fleet.wait_all_committed()

    articles, duplicates = fleet.records(), fleet.duplicates()
    for name, records in (("article", articles), ("duplicate", duplicates)):
        schema = json.loads((places.ROOT / f"config/schema/{name}-1.schema.json").read_text())
        for record in records:
            jsonschema.validate(record, schema)
    urls = {record["url"] for record in articles + duplicates}
    assert urls == {f"https://daily.example/{number}" for number in (1, 2, 3)}
    assert len(duplicates) == 1  # the page was sent twice
    assert fleet.dead_letters() == []


@pytest.fixture
def published(fleet):
    """A fleet that has published one article, and ended."""
    fleet.produce([Newsroom(91).story()])
    worker = fleet.worker()
    fleet.wait_all_committed()
    assert worker.sigterm() == 0
    return fleet


def test_the_consumers_of_the_output_page(published, localised, tmp_path):
    record, = published.records()
    read = run("bash", "-euc", localised(block("docs/output.md", "sh", "kcat -C")),
               folder=tmp_path)
    assert json.loads(read) == record

    output = tmp_path / "printed"
    program = localised(block("docs/output.md", "python", "Consumer"))
    with output.open("wb") as file, subprocess.Popen(
            [*places.DIES_WITH_US, sys.executable, "-c", program], stdout=file) as consumer:
        printed = eventually(output.read_text, 30, "the consumer prints the article")
        consumer.terminate()
    assert printed == f"original {record['title']}\n"


def test_a_dead_letter_is_explained_as_the_operations_page_says(fleet, localised, tmp_path):
    fleet.produce([Input(b"<html><title>Nothing to read</title></html>")], partition=0)
    worker = fleet.worker()
    fleet.wait_all_committed()
    assert worker.sigterm() == 0
    letter, = fleet.dead_letters()
    commands = [localised(block("docs/operations.md", "sh", text)).replace(
        "-p 0", f"-p {letter.partition}") for text in ("> letter\n", "letter.ndjson")]

    explained, with_headers = (
        run("bash", "-euc", each, folder=tmp_path, environment={
            "PATH": f"{places.NEWSMILL.parent}:{os.environ['PATH']}"}) for each in commands)

    assert "no article: no_text" in explained
    assert "newsmill-reason=no_text" in with_headers
    assert "https://daily.example/1" in with_headers
