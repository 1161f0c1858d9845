"""Flags and shared fixtures."""

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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """The shipped inputs, built once a test process, by name."""
    out = tmp_path_factory.mktemp("dist")
    return {outcome.path.stem: outcome for outcome in build_all(SHIPPED, Options(out))}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working directory, as an office would begin in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
