"""Checks a fleet at rest: exit 0 for a kept promise, 1 for a broken one, 2 for no verdict."""

import argparse
import sys
from collections import Counter

from confluent_kafka import KafkaException

from newsmill_checker.check import check
from newsmill_checker.read import NotAtRest, TopicNames, read_topics


def main() -> int:
    parser = argparse.ArgumentParser(prog="newsmill_checker", description=__doc__)
    parser.add_argument("--brokers", default="127.0.0.1:9092")
    parser.add_argument("--raw", default="news.raw")
    parser.add_argument("--articles", default="news.articles")
    parser.add_argument("--duplicates", default="news.duplicates")
    parser.add_argument("--dead-letters", default="news.deadletters")
    parser.add_argument("--group", help="judge by its committed offsets; "
                        "without it, every input must be accounted for")
    parser.add_argument("--without", action="append", default=[], metavar="RULE",
                        help="do not ask for it: lost, with dedup.duplicates=drop; doubled and "
                        "log_out_of_order, after offsets were set back")
    parser.add_argument("--show", type=int, default=20, help="violations to print (default 20)")
    args = parser.parse_args()

    names = TopicNames(args.raw, args.articles, args.duplicates, args.dead_letters)
    try:
        topics = read_topics(args.brokers, names, args.group)
    except (NotAtRest, KafkaException, TimeoutError) as error:
        print(f"no verdict: {error}", file=sys.stderr)
        return 2
    violations = check(topics.inputs, topics.articles, topics.duplicates, topics.dead_letters,
                       topics.committed)
    violations = [v for v in violations if v.rule not in args.without]
    print_report(topics, violations, args.show)
    return 1 if violations else 0


def print_report(topics, violations, show: int) -> None:
    for name in ("inputs", "articles", "duplicates", "dead_letters"):
        print(f"{name.replace('_', ' '):<26} {len(getattr(topics, name)):>10}")
    for rule, count in sorted(Counter(v.rule for v in violations).items()):
        print(f"{rule:<26} {count:>10}  VIOLATED")
    for violation in violations[:show]:
        print(violation)
    print("broken" if violations else "kept")


if __name__ == "__main__":
    sys.exit(main())
