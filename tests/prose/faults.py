"""The planted faults: each text of faults.yaml as it should be and as it was spoilt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from pipeline.prose.proofread import Passage
from tests.prose.texts import read_rows

_FILE = Path(__file__).with_name("faults.yaml")
_CHANGE = re.compile("{(?P<right>[^{}→]*)→(?P<wrong>[^{}→]*)}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the rule that must find it, the passages without it and with it."""

    rule_id: str
    text: str

    @property
    def right(self) -> tuple[Passage, ...]:
        return self._passages("right")

    @property
    def wrong(self) -> tuple[Passage, ...]:
        return self._passages("wrong")

    def _passages(self, side: str) -> tuple[Passage, ...]:
        rows = _CHANGE.sub(lambda match: match[side], self.text).splitlines()
        return tuple(read_rows(row for row in rows if row))


def read_faults() -> tuple[Fault, ...]:
    """Every planted fault in the file's order."""
    return tuple(_faults(yaml.safe_load(_FILE.read_text("utf-8"))))


def _faults(by_rule: dict[str, list[str]]) -> Iterator[Fault]:
    for rule_id, texts in by_rule.items():
        for text in texts:
            assert _CHANGE.search(text), text
            yield Fault(rule_id, text)
