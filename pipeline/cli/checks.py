"""`check`: inputs and finished documents, and the forms that their findings are given in."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.console import print_findings, say, warn, with_progress
from pipeline.cli.documents import print_checked
from pipeline.cli.inputs import find_checkable, is_document
from pipeline.diagnostics.errors import ExitCode, UsageError
from pipeline.messages import Lang, Severity

if TYPE_CHECKING:
    from pipeline.inspect.files import Checked
    from pipeline.inspect.local import LocalRules
    from pipeline.tasks.build import Outcome


def check(options: argparse.Namespace, lang: Lang) -> ExitCode:
    if options.html:
        _look_at_page_name(options.html)
    paths = find_checkable(options.inputs)
    rules = _read_rules(options, lang)
    if rules is None:
        return ExitCode.USAGE
    if (code := _fix(paths, options, lang)) is not None:
        return code
    is_for_people = not (options.json or options.sarif)
    done: list[Checked] = []
    for found in with_progress(_check_all(paths, rules, options), len(paths)):
        if is_for_people:
            _print(found, options, lang)
        done.append(_as_checked(found, rules))
    if options.json:
        _print_json(done, lang)
    elif options.sarif:
        from pipeline.inspect.sarif import sarif_text  # noqa: PLC0415

        say(sarif_text(done, lang))
    if options.html:
        _write_html(options.html, done, lang, strict=options.strict)
    if is_for_people:
        _summarise(done, options, lang)
    is_failed = any(one.is_failed(strict=options.strict) for one in done)
    return ExitCode.REPORT_FAILED if is_failed else ExitCode.DONE


def _fix(paths: tuple[Path, ...], options: argparse.Namespace, lang: Lang) -> ExitCode | None:
    if not options.fix:
        if options.yes:
            raise UsageError("--yes 与 --fix 合用", "--yes goes with --fix")
        return None
    from pipeline.cli.fixes import fix  # noqa: PLC0415

    if options.json or options.sarif:
        raise UsageError(
            "--fix 要先把改动显示给人看，不与 --json、--sarif 合用",
            "--fix shows a person what it does; leave --json and --sarif out",
        )
    return fix(paths, options, lang)


def _look_at_page_name(path: Path) -> None:
    if path.is_dir() or path.suffix.lower() not in (".html", ".htm"):
        raise UsageError(
            f"--html 后面写网页文件的名称，如 report.html，这里是“{path}”",
            f"--html takes the name of a page, such as report.html, not “{path}”",
        )


def _read_rules(options: argparse.Namespace, lang: Lang) -> "LocalRules | None":
    from pipeline.diagnostics.diagnostic import describe  # noqa: PLC0415
    from pipeline.inspect.local import load_rules, profile_rules  # noqa: PLC0415

    if options.rules is None:
        return profile_rules(options.profile)
    rules, diagnostics = load_rules(options.rules, options.profile)
    for diagnostic in diagnostics:
        warn(describe(diagnostic, _read_text(options.rules), lang))
    return rules


def _read_text(path: Path) -> str | None:
    """For quoting; None where it cannot be read, which its diagnostic says."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, ValueError):
        return None


def _check_all(
    paths: tuple[Path, ...], rules: "LocalRules", options: argparse.Namespace
) -> "Iterator[Outcome | Checked]":
    """What was found in each, in the order they were named."""
    from pipeline.inspect.files import check_documents  # noqa: PLC0415

    inputs = _check_inputs(tuple(path for path in paths if not is_document(path)), options)
    documents = check_documents(
        tuple(filter(is_document, paths)), rules, with_images=options.html is not None
    )
    for path in paths:
        if is_document(path):
            yield next(documents)
        else:
            yield from _up_to(path, inputs)


def _up_to(path: Path, outcomes: "Iterator[Outcome]") -> "Iterator[Outcome]":
    """The outcome of an input; of a plan those of its units' files come first."""
    for outcome in outcomes:
        yield outcome
        if outcome.path == path:
            return


def _check_inputs(paths: tuple[Path, ...], options: argparse.Namespace) -> "Iterator[Outcome]":
    """As `check_all`; documents alone need none of what it imports."""
    from pipeline.tasks.build import check_all  # noqa: PLC0415

    yield from check_all(paths, is_strict=options.strict)


def _as_checked(found: "Outcome | Checked", rules: "LocalRules") -> "Checked":
    from pipeline.inspect.files import Checked  # noqa: PLC0415

    if isinstance(found, Checked):
        return found
    return Checked(found.path, rules, None, found.diagnostics)


def _print(found: "Outcome | Checked", options: argparse.Namespace, lang: Lang) -> None:
    from pipeline.inspect.files import Checked  # noqa: PLC0415

    if isinstance(found, Checked):
        print_checked(found, lang, strict=options.strict, with_roles=options.roles)
    else:
        print_findings(found, lang, say)


def _print_json(done: "list[Checked]", lang: Lang) -> None:
    records = [record for one in done for record in one.records(lang)]
    say(json.dumps(records, ensure_ascii=False, indent=2))


def _write_html(path: Path, done: "list[Checked]", lang: Lang, *, strict: bool) -> None:
    from pipeline.inspect.html import html_report  # noqa: PLC0415
    from pipeline.tasks.package import write_file  # noqa: PLC0415

    write_file(path, html_report(done, lang, strict=strict).encode(errors="xmlcharrefreplace"))


def _summarise(done: "list[Checked]", options: argparse.Namespace, lang: Lang) -> None:
    failed = sum(one.is_failed(strict=options.strict) for one in done)
    warnings = sum(one.count(Severity.WARNING) for one in done)
    if lang is Lang.ZH:
        say(f"共 {len(done)} 份：通过 {len(done) - failed}，没有通过 {failed}，警告 {warnings}")
    else:
        say(f"checked: {len(done) - failed} passed, {failed} failed, {warnings} warnings")
    if options.html:
        say(f"带图的结果：{options.html}" if lang is Lang.ZH else f"the report: {options.html}")
