"""Inputs for tests: the shipped ones, and small ones to vary."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from pipeline.figures.facts import settle
from pipeline.load import yaml as load
from pipeline.load.yaml import Loaded
from pipeline.model.document import Image
from pipeline.model.report import Report, report_model
from pipeline.rules import TEXT_RULES
from pipeline.template.store import Template, find_template, load_template
from pipeline.validate import TemplateRules, Valid, read_outlines

ROOT = Path(__file__).parent.parent
SHIPPED = tuple(sorted((ROOT / "inputs").glob("*.yaml")))
OUTLINES = read_outlines()
RULES = TemplateRules({"summary": False, "red-header": True}, OUTLINES)
FourParts = report_model(OUTLINES.by_name["四部分"])
"""The model of a report with the default outline."""

PLAIN: dict[str, Any] = {
    "标题": "青禾县图书馆全民阅读周活动总结",
    "单位": "青禾县图书馆",
    "日期": "2026-10-08",
    "导语": "现将活动情况总结如下。",
    "基本情况": ["全馆参加了活动。"],
    "主要做法": [{"小标题": "加强组织", "段落": ["成立了工作组。"]}],
    "突出特点": ["群众参与面广。"],
    "取得成效": ["读者明显增多。"],
    "结尾": "下一步继续办好活动。",
}
UNREAD = {"关闭": [*TEXT_RULES, "Q12-half", "B12-zero"]}
"""For 校对: texts that are made of anything, and are not to be proofread."""

OFFICIAL: dict[str, Any] = {
    **PLAIN,
    "模板": "red-header",
    "发文机关标志": "青禾县图书馆文件",
    "发文字号": "青图发〔2026〕8号",
    "主送": ["县文化和旅游局"],
    "抄送": ["县融媒体中心"],
}


def as_yaml(**changes: Any) -> bytes:
    """The small input with some fields changed; None leaves a field out."""
    fields = {key: value for key, value in {**PLAIN, **changes}.items() if value is not None}
    return dump_yaml(fields).encode()


class _WithoutAliases(yaml.SafeDumper):
    """What stands in two places of a test's fields is written twice."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def dump_yaml(fields: Mapping[str, Any]) -> str:
    return yaml.dump(dict(fields), Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False)


def load_bytes(data: bytes, path: Path) -> Loaded:
    """An input as the build reads it: the keys of every outline are known."""
    return load.load_bytes(data, path, OUTLINES.names)


def loaded(**changes: Any) -> Loaded:
    return load_bytes(as_yaml(**changes), Path("input.yaml"))


def report(base: dict[str, Any] | None = None, **changes: Any) -> Report:
    return FourParts.model_validate({**(base or PLAIN), **changes})


def valid(report: Report, images: Mapping[str, Image] | None = None) -> Valid:
    """A report as validate would hand it on, its figures settled."""
    return Valid(report, images or {}, settle(report.figures).facts)


def template(name: str) -> Template:
    folder = find_template(name)
    assert folder is not None
    found, diagnostics = load_template(folder)
    assert found is not None, diagnostics
    return found
