"""Captions of any width are built, and are seen as captions."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.tasks.build import Options, build_one, find_templates
from tests.pdfs import body_lines, read_lines
from tests.samples import UNREAD, as_yaml
from tests.twin_reports import write_picture

pytestmark = pytest.mark.slow

FIGURES = {f"第{n}项活动": f"{n * 7}场" for n in (1, 2, 3)}
"""What the charts draw."""


def chart(title: str) -> dict[str, Any]:
    return {"图表": {"类型": "柱形", "标题": title, "数据": list(FIGURES)}}


@pytest.mark.parametrize("form", ["chart", "charts", "picture"])
def test_a_caption_of_any_width_is_one(form: str, tmp_path: Path) -> None:
    write_picture(tmp_path / "照片.png", (640, 420), (70, 120, 160, 255))
    for width in range(18, 40):
        caption = "全县书香进万家系列活动各乡镇开展情况" + "统" * (width - 18)
        fields: dict[str, Any] = {"突出特点": ["逐项说明如下。", chart(caption)]}
        if form == "charts":
            fields["突出特点"].append(chart("第二项"))
        if form == "picture":
            picture = {"文件": "照片.png", "说明": caption}
            fields = {"附件": [{"名称": "活动图片", "图片": [picture]}]}
        path = tmp_path / "input.yaml"
        path.write_bytes(as_yaml(数据=FIGURES, 校对=UNREAD, **fields))
        outcome = build_one(path, Options(tmp_path / "dist"), find_templates())
        assert not outcome.is_failed, (width, outcome.diagnostics)


@pytest.mark.parametrize("form", ["柱形", "折线", "占比"])
def test_a_chart_takes_whole_lines_of_its_page(form: str, tmp_path: Path) -> None:
    drawn = {"类型": form, "标题": "各项活动", "数据": list(FIGURES)}
    texts = ["全县各单位认真学习、深入讨论、扎实整改。"] * 40
    path = tmp_path / "input.yaml"
    fields: dict[str, Any] = {"突出特点": [{"图表": drawn}, *texts, {"图表": drawn}, *texts]}
    path.write_bytes(as_yaml(数据=FIGURES, 校对=UNREAD, **fields))
    outcome = build_one(path, Options(tmp_path / "dist"), find_templates())
    assert not outcome.is_failed, outcome.diagnostics
    pdf = next(path for path in outcome.files if path.suffix == ".pdf")
    pages = body_lines(read_lines(pdf))
    charted = [page for page in pages[:-1] if any("各项活动" in line.text for line in page)]
    full = min(pages[-2][-1].y, pages[1][-1].y)
    assert len(charted) == 2
    for page in charted:
        assert page[-1].y == pytest.approx(full, abs=3), [line.text for line in page]
