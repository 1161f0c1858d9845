"""A file of local rules -> LocalRules: by which measures a document is judged, and how severely."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose, has_errors
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.inspect.finding import Finding
from pipeline.inspect.local_settings import LocalSettings, Provisions
from pipeline.load import yaml
from pipeline.load.yaml import (
    Entry,
    Node,
    Scalar,
    Source,
    describe_shape,
    diagnose_twice,
    load_input,
    locate,
)
from pipeline.messages import Severity
from pipeline.model.report.traits import SIGNATURE_PLACES, YES_OR_NO
from pipeline.model.standard import PROFILES, STYLES, FontRole, Measures
from pipeline.prose.proofread import WordList
from pipeline.prose.proofread.words import words_with
from pipeline.prose.review import read_list
from pipeline.rules import RULES
from pipeline.template.settings import WEIGHTS, Overrides, PageOverride, StyleOverride


@dataclass(frozen=True, slots=True)
class LocalRules:
    """How documents are judged here; without `measures` by the profile that each comes nearest to.

    `severities` are those that a file of local rules gives instead of the standard's, by rule ID,
    None for a rule that is not looked at. `words` is the list that texts are held against, the
    shipped one if None. `path` is that file.
    """

    measures: Measures | None = None
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    path: Path | None = None
    name: str = ""
    words: WordList | None = None

    def weigh(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings as they weigh here, without those that are not looked at."""
        return tuple(
            replace(finding, weight=self.severities[finding.rule_id])
            if finding.rule_id in self.severities
            else finding
            for finding in findings
            if self.severities.get(finding.rule_id, finding.severity) is not None
        )


def profile_rules(profile: str | None) -> LocalRules:
    """The rules of the standard by a profile; by the one that a document comes nearest to if None.

    A profile that is not there is a KeyError.
    """
    return LocalRules(PROFILES[profile] if profile else None)


def load_rules(
    path: Path, profile: str | None = None
) -> tuple[LocalRules | None, tuple[Diagnostic, ...]]:
    """What a file of local rules says, or None and what is wrong with it.

    `profile` goes before the one that the file names.
    """
    loaded = load_input(path)
    if loaded.root is None or loaded.source is None or has_errors(loaded.diagnostics):
        return None, loaded.diagnostics
    source, root = loaded.source, loaded.root
    found = (*_unknown_names(source, root, _RULES, RULES, "unknown-rule"),)
    found += (*_unknown_names(source, root, _STYLES, _STYLE_NAMES, "unknown-style"),)
    try:
        settings = LocalSettings.model_validate(_plain(root))
    except ValidationError as error:
        found += tuple(_translate(details, source, root) for details in error.errors())
        return None, tuple(sorted(found, key=lambda fault: fault.sort_key))
    if found:
        return None, found
    words, faults = _words(settings, source, root)
    if faults:
        return None, faults
    measures, severities = settings.measures(profile), settings.severities()
    return LocalRules(measures, severities, path, settings.name, words), loaded.diagnostics


def _words(
    settings: LocalSettings, source: Source, root: yaml.Mapping
) -> tuple[WordList | None, tuple[Diagnostic, ...]]:
    """The list of words that a file of local rules names, and what is wrong with it."""
    entry = root.get("用字", "words")
    if settings.words is None or entry is None:
        return None, ()
    place = locate(source, entry.value)
    own, faults = read_list(settings.words, source.path.parent, place)
    return words_with(own), faults


_STYLE_NAMES = tuple(style.name for style in STYLES.values())
_RULES, _STYLES = (("规则", "weights"),), (("覆盖", "overrides"), ("样式", "styles"))
_GROUPS = frozenset(
    {"规则", "weights", "覆盖", "overrides", "样式", "styles", "页面", "page", "规定", "provisions"}
)


def _plain(node: Node) -> object:
    """The tree as plain values; a group whose lines are all commented out is not there."""
    if not isinstance(node, yaml.Mapping):
        return yaml.to_plain(node)
    return {
        entry.key.text: _plain(entry.value)
        for entry in node.entries
        if not (entry.key.text in _GROUPS and isinstance(entry.value, Scalar) and _is_blank(entry))
    }


def _is_blank(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar) and entry.value.is_plain and not entry.value.text


def _unknown_names(
    source: Source,
    root: yaml.Mapping,
    path: tuple[tuple[str, ...], ...],
    known: Mapping[str, object] | tuple[str, ...],
    code: str,
) -> Iterator[Diagnostic]:
    """The names under a key that stand for nothing, each with the nearest that does."""
    node: Node = root
    for names in path:
        entry = node.get(*names) if isinstance(node, yaml.Mapping) else None
        if entry is None:
            return
        node = entry.value
    if isinstance(node, yaml.Mapping):
        for entry in node.entries:
            if (key := entry.key.text) not in known:
                near = find_nearest(key, known)
                yield diagnose(code, locate(source, entry.key), key=key, **offer(near))


# --- pydantic's faults in our words ----------------------------------------------------------

_ALLOWED = {
    "版式": " / ".join(PROFILES),
    "版头版记": YES_OR_NO.offer(is_english=False),
    "标点悬挂": YES_OR_NO.offer(is_english=False),
    "署名位置": SIGNATURE_PLACES.offer(is_english=False),
    "字体": " / ".join(FontRole),
}
_MODELS: dict[str, type[BaseModel]] = {
    "覆盖": Overrides,
    "overrides": Overrides,
    "页面": PageOverride,
    "page": PageOverride,
    "规定": Provisions,
    "provisions": Provisions,
}
_NOT_A_MAPPING = {"model_type", "model_attributes_type", "dict_type"}


def _translate(details: ErrorDetails, source: Source, root: yaml.Mapping) -> Diagnostic:
    path, kind = details["loc"], details["type"]
    key, parent = str(path[-1]), _model_at(path[:-1])
    entry = _entry_at(root, path)
    if kind == "extra_forbidden":
        return _translate_unknown(key, parent, entry, source, root, path)
    place = locate(source, entry.value) if entry else Location(source.path, 1, 1)
    if kind in _NOT_A_MAPPING or not (entry and isinstance(entry.value, Scalar)):
        zh, en = describe_shape(entry.value) if entry else ("文字", "a text")
        code = "expected-mapping" if kind in _NOT_A_MAPPING else "expected-text"
        return diagnose(code, place, key=key, found_zh=zh, found_en=en)
    chinese = _chinese(parent, key)
    allowed = WEIGHTS.offer(is_english=False) if parent is None else _ALLOWED.get(chinese)
    if allowed:
        return diagnose("invalid-value", place, key=key, found=entry.value.text, allowed=allowed)
    low, high = _bounds(parent, key)
    return diagnose(
        "number-out-of-range", place, key=key, found=entry.value.text, low=low, high=high
    )


def _translate_unknown(
    key: str,
    model: type[BaseModel] | None,
    entry: Entry | None,
    source: Source,
    root: yaml.Mapping,
    path: tuple[int | str, ...],
) -> Diagnostic:
    place = locate(source, entry.key) if entry else Location(source.path, 1, 1)
    names = _names(model) if model else {}
    other = next((alias for alias, name in names.items() if name == key), None)
    first = _entry_at(root, (*path[:-1], other)) if other else None
    if other and first:
        return diagnose_twice(f"{other}（{key}）", locate(source, first.key), place)
    allowed = [*names.values()] if key.isascii() else [*names]
    near = find_nearest(key, allowed)
    return diagnose("unknown-key", place, key=key, **offer(near), allowed=" / ".join(allowed))


def _model_at(path: tuple[int | str, ...]) -> type[BaseModel] | None:
    """The model whose keys stand at a path, None where they are rule IDs or names of styles."""
    groups = [str(step) for step in path if step in _GROUPS]
    if not groups:
        return LocalSettings
    if groups[-1] in ("样式", "styles"):
        return StyleOverride if path[-1] not in _GROUPS else None
    return _MODELS.get(groups[-1])


def _names(model: type[BaseModel]) -> dict[str, str]:
    """The English name of each Chinese key."""
    return {field.alias or name: name for name, field in model.model_fields.items()}


def _chinese(model: type[BaseModel] | None, key: str) -> str:
    names = _names(model) if model else {}
    return next((alias for alias, name in names.items() if key in (alias, name)), key)


def _bounds(model: type[BaseModel] | None, key: str) -> tuple[str, str]:
    """The least and the greatest value of a number, as pydantic's metadata have them."""
    of_key = model.model_fields[_names(model)[_chinese(model, key)]] if model else None
    found: dict[str, float] = {}
    for bound in of_key.metadata if of_key else ():
        for name in ("gt", "ge", "lt", "le"):
            if (value := getattr(bound, name, None)) is not None:
                found[name[0]] = value
    return f"{found.get('g', 0):g}", f"{found.get('l', 0):g}"


def _entry_at(node: Node, path: tuple[int | str | None, ...]) -> Entry | None:
    entry = None
    for step in path:
        entry = node.get(str(step)) if isinstance(node, yaml.Mapping) else None
        if entry is None:
            return None
        node = entry.value
    return entry
