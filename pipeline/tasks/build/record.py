"""What the manifest says of a report."""

import hashlib
import sys
from importlib.metadata import version
from typing import Any

from pipeline import __version__
from pipeline.render.pdf import Pdf
from pipeline.tasks.build.outcome import Subject
from pipeline.template.store import Template
from pipeline.validate import Valid

_RECORDED_PACKAGES = (
    *("docxtpl", "python-docx", "weasyprint", "fonttools", "openpyxl", "matplotlib"),
)


def draw_entries(subject: Subject, valid: Valid, template: Template, pdf: Pdf) -> dict[str, Any]:
    """The manifest's entries; none depends on the day or on where the files lie."""
    report = valid.report
    return {
        "title": report.title.replace("\n", ""),
        "input": {"name": subject.path.name, "sha256": subject.loaded.sha256},
        "sources": [{"name": name, "sha256": sha256} for name, sha256 in valid.sources.items()],
        "recipients": [*report.addressees, *report.copied_to],
        "template": {"name": template.name, "sha256": _template_hash(template)},
        "profile": template.measures.profile,
        "versions": {
            "banxin": __version__,
            "python": ".".join(map(str, sys.version_info[:2])),
            **{name: version(name) for name in _RECORDED_PACKAGES},
        },
        "pages": pdf.page_count,
        "fonts": {
            str(role): [
                {"family": face.family, "file": face.path.name, "sha256": face.sha256}
                for face in faces
            ]
            for role, faces in pdf.faces.items()
        },
        **subject.entries,
    }


def _template_hash(template: Template) -> str:
    digest = hashlib.sha256()
    for data in (template.word, template.page_html.encode(), template.page_css.encode()):
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()
