"""The few words of WordprocessingML that several writers share."""

from pipeline.standard import PT_PER_MM

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TAG = f"{{{W}}}"
"""What stands before a name in lxml's words for it."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EMU_PER_PT = 12_700


def twips(points: float) -> int:
    """A length in twentieths of a point, Word's unit."""
    return round(points * 20)


def mm_to_twips(millimetres: float) -> int:
    return twips(millimetres * PT_PER_MM)
