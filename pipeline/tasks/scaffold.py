"""Fresh files to begin with: a commented input, a template drawn from the table of measures."""

import datetime as dt
from pathlib import Path

from pipeline.diagnostics.errors import OutputError, UsageError
from pipeline.model.report import Outline
from pipeline.model.standard import PROFILES
from pipeline.tasks.package import file_stem
from pipeline.tasks.schema import schema_text
from pipeline.tasks.starter import SCHEMA_NAME, draw_starter
from pipeline.template.page import PAGE_CSS, draw_page_html
from pipeline.template.settings import draw_settings
from pipeline.template.store import CSS, HTML, SETTINGS, WORD, find_template, load_template
from pipeline.template.word import draw_word_template
from pipeline.validate import read_outlines


def write_starter(name: str, template: str, outline: str | None, folder: Path) -> Path:
    """The path of a new input, with every field explained and every blank marked 【待填】.

    Its outline is the template's own where none is named. Raises `UsageError` where a file of that
    name is there, or the template or the outline is not.
    """
    text = draw_named_starter(template, outline)
    path = new_input_path(name, folder)
    write_input(path, text)
    return path


def new_input_path(name: str, folder: Path) -> Path:
    """Where a new input of that name goes; raises `UsageError` for a name with a folder in it."""
    if set(name) & set("/\\"):
        raise UsageError(
            f"名称“{name}”里不要写文件夹，新文件总是放在 {folder} 里",
            f"write a plain name instead of “{name}”; the new file goes into {folder}",
        )
    return folder / f"{file_stem(name.removesuffix('.yaml'), '.yaml')}.yaml"


def write_input(path: Path, text: str) -> None:
    """A new input, and beside it the schema for editors; overwrites nothing."""
    _write_new(path, text.encode())
    schema = path.parent / SCHEMA_NAME
    if not schema.exists():
        _write_new(schema, schema_text().encode())


def write_template(name: str, root: Path, *, official: bool) -> Path:
    """The folder of a new template below `root`; raises `UsageError` where it is there already."""
    folder = root / name
    if file_stem(name, "") != name:
        raise UsageError(
            f"“{name}”不能作模板名：不要用 / 和其他文件名不能用的符号",
            f"“{name}” cannot be a template: no slashes or marks that files cannot have",
        )
    if folder.exists():
        raise UsageError(f"{folder} 已经存在，换一个名称", f"{folder} is there already")
    for file, data in draw_template(name, official=official).items():
        _write_new(folder / file, data)
    return folder


def draw_template(name: str, *, official: bool) -> dict[str, bytes]:
    """The files of a fresh template, by name."""
    measures = PROFILES["office"]
    return {
        SETTINGS: draw_settings(name, official=official).encode(),
        WORD: draw_word_template(measures, official=official),
        HTML: draw_page_html(official=official).encode(),
        CSS: PAGE_CSS.encode(),
    }


def _write_new(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise UsageError(
            f"{path} 已经存在，没有改动它；换一个名称",
            f"{path} is there already and was not changed",
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"写不进 {path}：{reason}", f"{path} cannot be written: {reason}"
        ) from error


def draw_named_starter(template: str, outline: str | None = None) -> str:
    """The text of an input of today for a template and an outline.

    Raises `UsageError` where there is no such template or outline.
    """
    found = find_template(template)
    loaded = load_template(found)[0] if found else None
    if loaded is None:
        raise UsageError(f"没有模板“{template}”", f"there is no template “{template}”")
    today = dt.datetime.now(tz=dt.UTC).date()
    own = loaded.settings.outline
    return draw_starter(
        template,
        today,
        find_outline(outline or own),
        official=loaded.settings.is_official,
        is_default=outline in (None, own),
    )


def find_outline(name: str) -> Outline:
    """The outline of that name; raises `UsageError` where there is none that is sound."""
    outlines = read_outlines()
    if name in outlines.by_name:
        return outlines.by_name[name]
    if name in outlines.faults:
        raise UsageError(
            f"结构“{name}”的文件有错，运行 banxin outline 看错在哪里",
            f"the file of the outline “{name}” is at fault; see `banxin outline`",
        )
    allowed = " / ".join(outlines.by_name)
    raise UsageError(
        f"没有结构“{name}”；可用的结构：{allowed}",
        f"there is no outline “{name}”; the outlines are: {allowed}",
    )
