"""The folder of an input: no file that a report names may lie outside it."""

from pathlib import Path, PureWindowsPath

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose


def find_inside(folder: Path, name: str, place: Location) -> Path | Diagnostic:
    """The file `name` of a folder, or what is reported at `place` where it lies outside.

    Raises ValueError or OSError for a name that no file can have.
    """
    # A clerk on Windows types a backslash between folder and file.
    file = folder / name.replace("\\", "/")
    # A drive letter is an absolute path, on whichever system this runs.
    is_absolute = Path(name).is_absolute() or PureWindowsPath(name).drive != ""
    if is_absolute or not file.resolve().is_relative_to(folder.resolve()):
        return diagnose("file-outside-folder", place, path=name, folder=folder)
    return file
