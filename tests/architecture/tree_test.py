"""The repository keeps its rules: one test a rule."""

import pathlib
import unittest

import rules

ROOT = pathlib.Path(__file__).resolve().parents[2]


class TreeTest(unittest.TestCase):
    """Gets one method for each rule, below."""


def _test_of(rule):
    def test(self):
        breaches = list(rule(ROOT))
        self.assertEqual([], breaches, "\n" + "\n".join(breaches))
    return test


for _rule in rules.ALL:
    setattr(TreeTest, f"test_{_rule.__name__}", _test_of(_rule))

if __name__ == "__main__":
    unittest.main()
