"""Spoilt files one after the other, each by its seed, through a guard of their own."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from pipeline.diagnostics.diagnostic import Diagnostic, Lang
from pipeline.inspect.guard import Guard
from tests import hostile
from tests.corpus import PLANTS
from tests.fuzz.outcome import outcome_of
from tests.fuzz.pdf import spoil_pdf
from tests.fuzz.text import spoil_text
from tests.fuzz.word import spoil_word
from tests.samples import OFFICIAL, SHIPPED, as_yaml

SPOILERS: dict[str, Callable[[Random, bytes], bytes]] = {
    "docx": spoil_word,
    "pdf": spoil_pdf,
    "yaml": spoil_text,
}
FAILURES = frozenset({"examination-failed"})
WORTH_A_LOOK = FAILURES | {"document-too-hard"}
"""A crash or a hang of a library is reported as it should be, and kept all the same."""


@dataclass(slots=True)
class Tally:
    """How often each outcome came up, and the seeds of those worth a look with what came up."""

    outcomes: Counter[str] = field(default_factory=Counter)
    kept: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def failures(self) -> list[str]:
        return [f"{seed}: {words}" for seed, code, words in self.kept if code in FAILURES]


@cache
def bases(kind: str, most: int) -> tuple[bytes, ...]:
    """Sound files to spoil, spread over what the corpus has."""
    if kind == "yaml":
        return (as_yaml(), as_yaml(**OFFICIAL), *(path.read_bytes() for path in SHIPPED))
    plants = [plant for plant in PLANTS if plant.file_name.endswith(kind)]
    chosen = plants[:: max(1, len(plants) // most)][:most]
    plain = hostile.pages(2) if kind == "pdf" else hostile.docx(hostile.PARAGRAPH * 3)
    return (plain, *(plant.make() for plant in chosen))


def spoilt(kind: str, seed: int, most_bases: int) -> bytes:
    """The spoilt file of a seed."""
    random = Random(f"{kind} {seed}")
    return SPOILERS[kind](random, random.choice(bases(kind, most_bases)))


def run(kind: str, seeds: range, most_bases: int, keep_in: Path | None = None) -> Tally:
    """What becomes of the file of each seed; those worth a look are kept in a folder."""
    tally = Tally()
    path = Path(f"甲.{kind}")
    with Guard() as guard:
        guard.run(path, outcome_of, b"", path)  # what it imports is no file's time
        for seed in seeds:
            data = spoilt(kind, seed, most_bases)
            done = guard.run(path, outcome_of, data, path)
            code = done.code if isinstance(done, Diagnostic) else done
            tally.outcomes[code] += 1
            if isinstance(done, Diagnostic):
                tally.kept.append((seed, code, done.message(Lang.EN)))
                if keep_in is not None:
                    (keep_in / f"{kind}-{seed}.{kind}").write_bytes(data)
    return tally
