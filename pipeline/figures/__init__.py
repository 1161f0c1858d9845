"""Numbers: settled from formulas and sources, audited in the text, laid out as charts."""
