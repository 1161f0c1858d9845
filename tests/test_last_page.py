"""The last page of the text: what stands below the text never stands there without it."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.tasks.build import Options, build_one, find_templates
from tests.pdfs import body_lines, read_lines
from tests.samples import OFFICIAL, PLAIN, UNREAD, as_yaml

pytestmark = pytest.mark.slow

LINE = "全县各单位认真学习、深入讨论、扎实整改。"
CLOSING = "特此报告。"
LINES_OF_A_PAGE = 22
DATE = "2026年10月8日"
TABLE = {"列": ["乡镇", "分组"], "行": [["柳湾镇", "甲组"]]}
LONG = "各乡镇分别填报、由县图书馆汇总核对的各项活动参加情况明细表"


def annexes(count: int, name: str) -> list[dict[str, Any]]:
    return [{"名称": f"{name}（{number}）", "表格": TABLE} for number in range(1, count + 1)]


def last_page_of_text(tmp_path: Path, fields: dict[str, Any], extra: int) -> list[str]:
    """The lines of the page with the last line below the text, of a report with more lines."""
    path = tmp_path / "input.yaml"
    changes = {"取得成效": [LINE] * extra, "结尾": CLOSING, "校对": UNREAD}
    path.write_bytes(as_yaml(**{**fields, **changes}))
    outcome = build_one(path, Options(tmp_path / "dist"), find_templates())
    assert not outcome.is_failed, (extra, outcome.diagnostics)
    pdf = next(path for path in outcome.files if path.suffix == ".pdf")
    pages = [[line.text for line in lines] for lines in body_lines(read_lines(pdf))]
    end = "（此件公开发布）" if "附注" in fields else DATE
    return next(page for page in pages if end in page)


@pytest.mark.parametrize(
    "fields",
    [
        PLAIN,
        {**PLAIN, "附件": annexes(1, "参加情况表")},
        {**PLAIN, "附件": annexes(2, "参加情况表")},
        {**PLAIN, "附件": annexes(5, LONG)},
        {**OFFICIAL, "附件": annexes(2, "参加情况表"), "附注": "此件公开发布"},
    ],
    ids=["plain", "one-annex", "two-annexes", "long-note", "remark"],
)
def test_a_page_below_the_text_holds_some_of_it(fields: dict[str, Any], tmp_path: Path) -> None:
    for extra in range(1, LINES_OF_A_PAGE + 2):
        page = last_page_of_text(tmp_path, fields, extra)
        assert CLOSING in page, (extra, page)
