"""Which outlines (结构) there are, and which one an input follows.

An outline is a file templates/outlines/<name>.yaml, the office's own before a shipped one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose, has_errors
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load import yaml
from pipeline.load.yaml import Scalar, Source
from pipeline.model.report import BODY, BODY_NAME, OUTLINE, TEMPLATE, Outline, Report, report_model
from pipeline.model.report.description import all_models, fields_of, find_field
from pipeline.model.report.outline import DEFAULT_OUTLINE, BodyForm, OutlineInput
from pipeline.model.report.vocabulary import Vocabulary, vocabulary_of
from pipeline.template.store import SETTINGS, find_template, template_roots
from pipeline.validate.schema import to_plain, translate_all
from pipeline.validate.tree import InputTree, entry_of, tree_of

FOLDER = "outlines"


@dataclass(frozen=True, slots=True)
class Outlines:
    """The outlines by their names, the faults of files that hold none, each template's default."""

    by_name: Mapping[str, Outline]
    faults: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    of_templates: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> Vocabulary:
        """The names that the keys of an input may have."""
        return vocabulary_of(*self.by_name.values())

    def of_template(self, template: str) -> str:
        """The outline that an input follows which names a template and no outline."""
        return self.of_templates.get(template, DEFAULT_OUTLINE)

    def choose(
        self, source: Source, root: yaml.Mapping
    ) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
        """The outline of an input, or None and why it cannot be known."""
        asked = entry_of(root, OUTLINE)
        place = yaml.locate(source, asked.value) if asked else _default_place(source, root)
        if asked is not None and not isinstance(asked.value, Scalar):
            zh, en = yaml.describe_shape(asked.value)
            shape = {"key": asked.key.text, "found_zh": zh, "found_en": en}
            return None, (diagnose("expected-text", place, **shape),)
        # One that was left empty is as if it were not there.
        name = _text(root, OUTLINE) or self.of_template(_text(root, TEMPLATE))
        return self.look_up(name, place)

    def look_up(self, name: str, place: Location) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
        """The outline that is named at a place, or None and why it cannot be known."""
        if name in self.by_name:
            return self.by_name[name], ()
        if name in self.faults:
            return None, self.faults[name]
        near = offer(find_nearest(name, self.by_name))
        allowed = " / ".join(self.by_name)
        return None, (diagnose("unknown-outline", place, name=name, **near, allowed=allowed),)

    def first_of(self, form: BodyForm) -> str:
        """The name of the first outline whose body has a form; empty where there is none."""
        return next((name for name, one in self.by_name.items() if one.form == form), "")

    def with_key(self, key: str) -> tuple[str, ...]:
        """The outlines in which a key of the body may stand."""
        return tuple(name for name, outline in self.by_name.items() if key in body_keys(outline))


def body_keys(outline: Outline) -> tuple[str, ...]:
    """The keys of an input between its lead and its closing, in both languages."""
    common = {one.name for one in fields_of(Report)}
    fields = (one for one in fields_of(report_model(outline)) if one.name not in common)
    return tuple(name for one in fields for name in one.names)


def _default_place(source: Source, root: yaml.Mapping) -> Location:
    """Where the outline is named that an input follows which names none."""
    folder = find_template(_text(root, TEMPLATE))
    return Location(source.path if folder is None else folder / SETTINGS, 1, 1)


def _text(root: yaml.Mapping, key: str) -> str:
    entry = entry_of(root, key)
    value = entry.value if entry else None
    return value.text.strip() if isinstance(value, Scalar) else ""


def read_outlines(of_templates: Mapping[str, str] | None = None) -> Outlines:
    """Every outline that is here; `of_templates` names the default of each template."""
    by_name: dict[str, Outline] = {}
    faults: dict[str, tuple[Diagnostic, ...]] = {}
    for name, path in _files().items():
        outline, found = _read_outline(path)
        if outline is None:
            faults[name] = found
        else:
            by_name[name] = outline
    # The default comes first wherever outlines are listed.
    ordered = sorted(by_name, key=lambda name: (name != DEFAULT_OUTLINE, name))
    return Outlines({name: by_name[name] for name in ordered}, faults, of_templates or {})


def _files() -> dict[str, Path]:
    paths = (
        path
        for root in reversed(template_roots())
        if (root / FOLDER).is_dir()
        for path in sorted((root / FOLDER).glob("*.yaml"))
    )
    return {path.stem: path for path in paths}


def _read_outline(path: Path) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    loaded = yaml.load_input(path, Vocabulary.of_models(*all_models(OutlineInput)))
    if any(fault.code in _SAYS_NOTHING for fault in loaded.diagnostics):
        return None, (diagnose("outline-without-parts", Location(path, 1, 1)),)
    if loaded.source is None or loaded.root is None or has_errors(loaded.diagnostics):
        return None, loaded.diagnostics
    tree = tree_of(loaded.source, loaded.root, OutlineInput)
    plain, empties = to_plain(tree)
    try:
        declared = OutlineInput.model_validate(plain)
    except ValidationError as error:
        return None, tuple(translate_all(error, tree, empties))
    faults = tuple(_misfits(declared, tree))
    return (None if faults else declared.outline(path.stem)), faults


_SAYS_NOTHING = {"empty-file", "not-a-mapping"}
"""What a file that declares no field is reported as; the advice for it is about an input."""

_TAKEN = {BODY, BODY_NAME}


def _misfits(declared: OutlineInput, tree: InputTree) -> Iterator[Diagnostic]:
    """Parts where there can be none or must be some; names that something else has already."""
    if (declared.form == "parts") != bool(declared.parts):
        code = "outline-without-parts" if declared.form == "parts" else "outline-with-parts"
        yield diagnose(code, tree.place_of_key(("正文形式",)))
    taken: dict[str, int] = {}
    for index, part in enumerate(declared.parts):
        for key, name in (("标题", part.heading), ("英文名", part.name)):
            place = tree.place(("部分", index, key))
            if "【" in name:
                yield diagnose("outline-heading-mark", place, name=name)
            elif find_field(Report, name) is not None or name in _TAKEN or hasattr(Report, name):
                yield diagnose("outline-name-taken", place, name=name)
            elif taken.setdefault(name, index) != index:
                yield diagnose("outline-name-twice", place, name=name)
