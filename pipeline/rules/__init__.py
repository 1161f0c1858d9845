"""The rules that inputs and documents are held against, each with its clause, by their IDs.

The IDs begin with those of the requirement. `FORM_RULES` are those of the setting, which only a
document can break: docs/conformance.md lists all requirements and says of each whether it is
checked and how. `TEXT_RULES` are those of the text, the same wherever it stands:
docs/proofreading.md lists them.
"""

from pipeline.rules.body import BODY
from pipeline.rules.claims import CLAIMS
from pipeline.rules.imprint import IMPRINT
from pipeline.rules.letterhead import LETTERHEAD
from pipeline.rules.page import PAGE
from pipeline.rules.prose_marks import MARKS
from pipeline.rules.prose_numerals import NUMERALS
from pipeline.rules.prose_regulation import REGULATION
from pipeline.rules.prose_words import STRUCTURE, WORDS
from pipeline.rules.rule import Medium, Rule
from pipeline.rules.text import TEXT

__all__ = ["FORM_RULES", "RULES", "TEXT_RULES", "Medium", "Rule"]

FORM_RULES: dict[str, Rule] = {
    rule.id: rule for rule in (*PAGE, *LETTERHEAD, *BODY, *IMPRINT, *TEXT)
}
TEXT_RULES: dict[str, Rule] = {
    rule.id: rule for rule in (*MARKS, *NUMERALS, *WORDS, *STRUCTURE, *CLAIMS, *REGULATION)
}
RULES: dict[str, Rule] = FORM_RULES | TEXT_RULES
