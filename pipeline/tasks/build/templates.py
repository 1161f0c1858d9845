"""Templates and outlines that are here: each is read once in a run, however many reports use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic, Location
from pipeline.load.yaml import Loaded, load_input
from pipeline.model.report import Report
from pipeline.prose.review import Office, read_list
from pipeline.template.settings import TemplateSettings
from pipeline.template.store import (
    SETTINGS,
    Template,
    complete_template,
    load_settings,
    template_folders,
)
from pipeline.validate import Outlines, TemplateRules, read_outlines


@dataclass(frozen=True)
class ShelvedTemplate:
    """A template that was found: its settings, or None and what is wrong with them.

    The rest of it is read when the first report asks for it: an office has templates that a run
    has no use for.
    """

    folder: Path
    settings: TemplateSettings | None
    faults: tuple[Diagnostic, ...]

    @cached_property
    def office(self) -> tuple[Office, tuple[Diagnostic, ...]]:
        """What it asks of a text, and what is wrong with its list of words."""
        settings = self.settings
        if settings is None:
            return Office(), ()
        if settings.words is None:
            return Office(settings.severities()), ()
        place = Location(self.folder / SETTINGS, 1, 1)
        words, faults = read_list(settings.words, self.folder, place)
        return Office(settings.severities(), words), faults

    @cached_property
    def opened(self) -> tuple[Template | None, tuple[Diagnostic, ...]]:
        """The whole template, or None, and what is wrong with it."""
        return complete_template(self.folder, self.settings, self.faults)


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates that can be named in an input, and the outlines that it can follow."""

    by_name: Mapping[str, ShelvedTemplate]
    outlines: Outlines

    @property
    def rules(self) -> TemplateRules:
        """What they ask of an input."""
        official = {
            name: template.settings.is_official if template.settings else False
            for name, template in self.by_name.items()
        }
        return TemplateRules(official, self.outlines)

    def load(self, path: Path) -> Loaded:
        """The tree of an input, whose body may follow any of the outlines."""
        return load_input(path, self.outlines.names)

    def of(self, report: Report | None) -> ShelvedTemplate | None:
        """The template that a report names, as far as it could be read and there is one."""
        return self.by_name.get(report.template) if report else None


def find_templates() -> Templates:
    """The templates as they are now, the office's own before a shipped one of the same name."""
    by_name = {
        name: ShelvedTemplate(folder, *load_settings(folder))
        for name, folder in template_folders().items()
    }
    defaults = {
        name: template.settings.outline for name, template in by_name.items() if template.settings
    }
    return Templates(by_name, read_outlines(defaults))
