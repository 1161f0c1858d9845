"""Flags and shared fixtures."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from pipeline.tasks.build import Options, Outcome, build_all
from tests.samples import SHIPPED


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="write tests/cases/*/expected.txt from what is printed now",
    )


class _Built(Mapping[str, Outcome]):
    """The shipped inputs by name, each built when it is first asked for."""

    def __init__(self, out: Path) -> None:
        self._options = Options(out)
        self._paths = {path.stem: path for path in SHIPPED}
        self._outcomes: dict[str, Outcome] = {}

    def __getitem__(self, name: str) -> Outcome:
        if name not in self._outcomes:
            (self._outcomes[name],) = build_all((self._paths[name],), self._options)
        return self._outcomes[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Outcome]:
    """The shipped inputs, built once a test process, by name."""
    return _Built(tmp_path_factory.mktemp("dist"))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working directory, as an office would begin in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
