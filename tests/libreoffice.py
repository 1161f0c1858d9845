"""LibreOffice, which stands in for Word: .docx files go in, the pages that it makes come out."""

from pathlib import Path

from pipeline.inspect.office import convert_all


def convert(paths: list[Path], folder: Path) -> dict[Path, Path]:
    """The PDF that LibreOffice makes of each .docx, written into `folder`."""
    made = {path: folder / f"{number}.pdf" for number, path in enumerate(paths)}
    for target, data in zip(
        made.values(), convert_all([path.read_bytes() for path in paths]), strict=True
    ):
        target.write_bytes(data)
    return made
