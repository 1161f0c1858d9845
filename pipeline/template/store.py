"""A template's folder -> Template: its settings, its measures and the bytes of its files."""

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose, has_errors
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load.yaml import load_input, to_plain
from pipeline.model.standard import Measures
from pipeline.rules import RULES
from pipeline.template.adopt import reconcile_word
from pipeline.template.package import find_unsafe_content
from pipeline.template.settings import TemplateSettings

SETTINGS, WORD, HTML, CSS = "template.yaml", "word.docx", "page.html", "page.css"


@dataclass(frozen=True, slots=True)
class Template:
    """A template that can be built with; `assets` are its other files, by name."""

    name: str
    folder: Path
    settings: TemplateSettings
    measures: Measures
    word: bytes
    page_html: str
    page_css: str
    assets: MappingABC[str, bytes]


def template_roots() -> tuple[Path, ...]:
    """Where templates are looked for: the office's own folder, then the shipped ones."""
    package = Path(__file__).parent.parent
    shipped = package / "templates" if (package / "templates").is_dir() else None
    return (Path("templates"), shipped or package.parent / "templates")


def template_folders() -> dict[str, Path]:
    """The folder of each template, the office's own before a shipped one of the same name."""
    folders: dict[str, Path] = {}
    for root in template_roots():
        for folder in root.iterdir() if root.is_dir() else ():
            if (folder / SETTINGS).is_file():
                folders.setdefault(folder.name, folder)
    return dict(sorted(folders.items()))


def template_names() -> tuple[str, ...]:
    """The templates that can be named in an input, in alphabetical order."""
    return tuple(template_folders())


def find_template(name: str) -> Path | None:
    """The folder of a template, None where there is none of that name."""
    return template_folders().get(name)


def unknown_template(name: str, place: Location) -> Diagnostic:
    """The diagnostic for a template that is not there, with the nearest name."""
    names = template_names()
    return diagnose(
        "unknown-template",
        place,
        name=name,
        allowed=" / ".join(names),
        **offer(find_nearest(name, names)),
    )


def load_template(folder: Path) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """The template in a folder, or None and what is wrong with it."""
    return complete_template(folder, *load_settings(folder))


def complete_template(
    folder: Path, settings: TemplateSettings | None, faults: tuple[Diagnostic, ...]
) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """As `load_template`, of a folder whose settings were read, with what is wrong with them."""
    place = Location(folder / SETTINGS, 1, 1)
    missing = [name for name in (SETTINGS, WORD, HTML, CSS) if not (folder / name).is_file()]
    if missing:
        found = (
            diagnose("template-file-missing", place, template=folder.name, name=name)
            for name in missing
        )
        return None, tuple(found)
    if settings is None:
        return None, faults
    word = (folder / WORD).read_bytes()
    unsafe = find_unsafe_content(word, folder / WORD)
    if unsafe:
        return None, (*faults, *unsafe)
    word, measures, changes = reconcile_word(word, settings, folder)
    diagnostics = (*faults, *changes)
    if has_errors(diagnostics):
        return None, diagnostics
    return (
        Template(
            name=folder.name,
            folder=folder,
            settings=settings,
            measures=measures,
            word=word,
            page_html=(folder / HTML).read_text("utf-8"),
            page_css=(folder / CSS).read_text("utf-8"),
            assets=_read_assets(folder),
        ),
        diagnostics,
    )


def _read_assets(folder: Path) -> dict[str, bytes]:
    own = {SETTINGS, WORD, HTML, CSS}
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name not in own
    }


def load_settings(folder: Path) -> tuple[TemplateSettings | None, tuple[Diagnostic, ...]]:
    """What template.yaml says, or None and what is wrong with it."""
    path = folder / SETTINGS
    loaded = load_input(path)
    if loaded.root is None or has_errors(loaded.diagnostics):
        return None, loaded.diagnostics
    place = Location(path, 1, 1)
    try:
        settings = TemplateSettings.model_validate(to_plain(loaded.root))
        settings.measures()
    except ValidationError as error:
        return None, tuple(
            diagnose(
                "template-settings",
                place,
                key=".".join(map(str, fault["loc"])),
                problem=fault["msg"],
            )
            for fault in error.errors()
        )
    except KeyError as error:
        fault = diagnose(
            "template-settings", place, key=error.args[0], problem="没有这个样式 / no such style"
        )
        return None, (fault,)
    unknown = [rule_id for rule_id in settings.weights if rule_id not in RULES]
    problem = "没有这条规则 / no such rule"
    faults = (
        diagnose("template-settings", place, key=rule_id, problem=problem) for rule_id in unknown
    )
    return (None if unknown else settings), tuple(faults)
