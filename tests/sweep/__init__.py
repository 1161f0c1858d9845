"""Random reports, each built as a clerk would build it: none that is sound may be refused."""
