"""The pictures that a report names: read, and none from outside the folder of the input."""

from collections.abc import Iterator

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.model.document import Image
from pipeline.model.report import Report
from pipeline.typography import pictures
from pipeline.validate.folder import find_inside
from pipeline.validate.tree import InputTree, Path


class Files:
    """Reads the pictures that a report names; none may lie outside the input's folder."""

    def __init__(self, input_: InputTree) -> None:
        self.images: dict[str, Image] = {}
        self._input = input_
        self._folder = input_.source.path.parent

    def read(self, report: Report) -> Iterator[Diagnostic]:
        """Fills `images` and yields what is wrong with their files."""
        if report.seal:
            yield from self._read(report.seal, f"{report.organisation}印章", ("印章",))
        for index, annex in enumerate(report.annexes):
            for number, picture in enumerate(annex.pictures):
                place = ("附件", index, "图片", number, "文件")
                yield from self._read(picture.file, picture.caption, place)

    def _read(self, name: str, description: str, path: Path) -> Iterator[Diagnostic]:
        place = self._input.place(path)
        try:
            file = find_inside(self._folder, name, place)
            if isinstance(file, Diagnostic):
                yield file
                return
            self.images[name] = pictures.read_picture(file, description)
        except FileNotFoundError:
            yield diagnose("file-missing", place, path=name, folder=self._folder)
        except pictures.PictureTooLargeError as error:
            yield diagnose(
                "picture-too-large",
                place,
                path=name,
                found=error.found,
                limit=error.limit,
            )
        except (pictures.NotAPictureError, ValueError, IsADirectoryError):
            yield diagnose("not-a-picture", place, path=name)
        except OSError as error:
            yield diagnose("file-unreadable", place, path=name, reason=error.strerror or error)
