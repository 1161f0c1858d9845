"""What a report ends with is what comes next: its numbers are targets, and no figures of it."""

import re
from dataclasses import replace

from pipeline.audit.statements import Statement
from pipeline.facts import Role
from pipeline.report.outline import Role as PartRole

_NEXT = re.compile(
    r"下一步|下步|下一?阶段|接下来|今后|下一年|来年|(?<![证说表声注申])明年"
    r"|(?P<year>20[0-9]{2})年，?[^，。；：！？\n0-9]{1,10}将(?![0-9])"
)


def leave_out_plans(statement: Statement, year: int) -> Statement:
    """The text without what it says of the time to come; `year` is that of the report."""
    part = statement.resolved.part
    if part is not None and part.role is PartRole.PLANS:
        return replace(statement, words="")
    if statement.resolved.role is not Role.CLOSING:
        return statement
    for match in _NEXT.finditer(statement.words):
        if match["year"] is None or int(match["year"]) >= year:
            return replace(statement, words=statement.words[: match.start()])
    return statement
