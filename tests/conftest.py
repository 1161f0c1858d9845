"""Flags and shared fixtures."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="write tests/cases/*/expected.txt from what is printed now",
    )
