"""The rules that `banxin check` holds a document against, each with its clause, by their IDs.

The IDs begin with those of the requirement; docs/conformance.md lists all requirements and says of
each whether it is checked and how.
"""

from pipeline.rules.body import BODY
from pipeline.rules.imprint import IMPRINT
from pipeline.rules.letterhead import LETTERHEAD
from pipeline.rules.page import PAGE
from pipeline.rules.rule import Medium, Rule
from pipeline.rules.text import TEXT

__all__ = ["RULES", "Medium", "Rule"]

RULES: dict[str, Rule] = {rule.id: rule for rule in (*PAGE, *LETTERHEAD, *BODY, *IMPRINT, *TEXT)}
