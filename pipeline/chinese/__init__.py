"""Chinese as it is written: numerals, dates, the numbers of headings."""
