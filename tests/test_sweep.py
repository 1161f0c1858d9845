"""Random reports are sound and built; `make sweep` builds a thousand."""

from pathlib import Path

import pytest

from tests.samples import dump_yaml
from tests.sweep.reports import OTHER_PROFILE, furnish, random_report
from tests.sweep.run import refusal


@pytest.fixture
def furnished(office: Path) -> Path:
    furnish(office)
    return office


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 13))
@pytest.mark.usefixtures("furnished")
def test_a_random_report_is_built(seed: int) -> None:
    assert refusal(seed) == ""


def test_the_reports_hold_every_kind_of_thing() -> None:
    texts = "\n".join(dump_yaml(random_report(seed)) for seed in range(60))
    kinds = ["图表:", "表格:", "图片:", "分述:", "核对表:", "印章:", "签发人:", "署名位置: 题下"]
    missing = [kind for kind in [*kinds, *OTHER_PROFILE.values()] if kind not in texts]
    assert missing == []


def test_a_refusal_says_why(furnished: Path) -> None:
    (furnished / "照片.png").write_bytes(b"no picture")
    pictured = next(seed for seed in range(200) if "照片.png" in dump_yaml(random_report(seed)))
    assert "照片.png" in refusal(pictured)
