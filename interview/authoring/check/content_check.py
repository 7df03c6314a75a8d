"""Everything that can be wrong with the content, found at once: file, line, rule, remedy."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from interview.authoring.check.letter_words import letter_words
from interview.authoring.check.manifest import manifest_checks, schema_checks
from interview.authoring.check.packed_edition import packed_edition_checks
from interview.authoring.check.pair_checks import pair_checks
from interview.authoring.texts import Finding, TextChecks, days_said, findings
from interview.content import Citation, Contacts, Content, Signature
from interview.files import read_cases
from interview.languages import LIST, read_languages
from interview.loading import (
    ContentError,
    QuestionsFolder,
    read,
    read_contacts,
    read_file,
    rule_id,
    walk,
)
from interview.rules import Condition, Named, parts
from interview.screening import AnswerReader

HAS_PROVER = find_spec("z3") is not None
_MARKDOWN_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def check_content(questions: Path, translations: Path, today: datetime.date) -> list[Finding]:
    """Return every problem of a questions folder and its translations, by file and line.

    `today` is the local date that the age of the legal check is counted to.
    """
    reading = read(questions)
    found = [findings.from_problem(problem, "content") for problem in reading.problems]
    try:
        found += TextChecks(reading, translations).run()
    except ContentError as error:
        for problem in error.problems:
            shown = problem.file
            if Path(shown).is_absolute():
                shown = Path(shown).relative_to(translations.parent).as_posix()
            found.append(findings.from_problem(replace(problem, file=shown), "content"))
    found += _legal_check(reading, today)
    found += _signatures(reading, today)
    found += _guide_links(questions)
    if reading.content is not None:
        found += manifest_checks(questions, reading)
        found += schema_checks(questions, reading.content)
        found += packed_edition_checks(questions, reading.content, translations)
        found += _cases(questions, reading)
        found += _claims(questions, reading.content)
        found += _unused(reading)
        found += pair_checks(reading)
        found += _break_outs(reading)
        found += days_said(reading)
        found += letter_words(reading)
        found += _rules(reading, today)
    return findings.in_order(found)


def check_contacts(
    contacts: Path, questions: Path, translations: Path, today: datetime.date
) -> list[Finding]:
    """Return every problem of an operator's file of contacts, and a warning for each old entry.

    Where the questions themselves cannot be used, nothing is found: they say so.
    """
    content = read(questions).content
    if content is None:
        return []
    try:
        found = read_contacts(contacts, content, read_languages(translations).codes, today)
    except ContentError as error:
        return [findings.from_problem(problem, "contacts") for problem in error.problems]
    return list(_old_contacts(contacts, found, content, today))


def _old_contacts(
    path: Path, found: Contacts, content: Content, today: datetime.date
) -> Iterator[Finding]:
    document = read_file(path, str(path))
    most = content.contact_words.old_after_days
    for number, contact in enumerate(found.contacts):
        age = (today - contact.checked_on).days
        if age > most:
            yield findings.warn(
                document, ("contacts", number, "checked_on"), "", "contacts",
                f"this was checked {age} days ago, more than {most}",
                "Call the number, and write the day of the call.",
            )  # fmt: skip


def not_run(found: list[Finding]) -> str:
    """Say which checks had to wait for the content to be readable, or an empty text."""
    if any(finding.check == "content" for finding in found):
        return (
            "Not checked until what is marked [content] is mended: "
            "cases, claims, manifest, rules, unused entries."
        )
    return "" if HAS_PROVER else "Not checked without the prover (extra: prove): claims, rules."


def _legal_check(reading: QuestionsFolder, today: datetime.date) -> Iterator[Finding]:
    law: Any = reading.models.get("law")
    if law is None:
        return
    age = (today - law.last_legal_check).days
    if age > law.stale_after_days:
        yield findings.warn(
            reading.documents["law"], ("last_legal_check",), "", "legal_check",
            f"the last legal check is {age} days old, more than {law.stale_after_days}",
            "Have a lawyer check the law, and write the new date here.",
        )  # fmt: skip


def _signatures(reading: QuestionsFolder, today: datetime.date) -> Iterator[Finding]:
    """Nobody has signed on a day that has not come."""
    for name, model in reading.models.items():
        for place, value in walk(model):
            if isinstance(value, Signature) and value.on > today:
                document = reading.documents[name]
                yield findings.at(
                    document, (*place, "on"), rule_id(document.data, place), "content",
                    f"reviewed: {value.on} has not come yet", "Write the day of signing.",
                )  # fmt: skip


def _break_outs(reading: QuestionsFolder) -> Iterator[Finding]:
    """Each flag of urgency now has a break-out of its own; no other flag needs one."""
    assert reading.content is not None
    document = reading.documents["break_outs"]
    urgent = [flag.id for flag in reading.content.flags if flag.urgency == "now"]
    listed = [one.flag for one in reading.content.break_outs.break_outs]
    for flag in urgent:
        if flag not in listed:
            yield findings.at(
                document, ("break_outs",), flag, "content",
                f'the flag "{flag}" is of urgency now, and has no break-out',
                "Add one: what to do today for this flag.",
            )  # fmt: skip


def _cases(questions: Path, reading: QuestionsFolder) -> Iterator[Finding]:
    assert reading.content is not None
    try:
        read_cases(questions, AnswerReader(reading.content))
    except ContentError as error:
        yield from (findings.from_problem(problem, "case") for problem in error.problems)


def _claims(questions: Path, content: Content) -> Iterator[Finding]:
    """The claims are about what is loaded; to read them takes the prover's language."""
    if not HAS_PROVER:
        return
    from interview.authoring.claims import read_claims

    try:
        read_claims(questions, content)
    except ContentError as error:
        # What is wrong with the list of languages is said already.
        yield from (
            findings.from_problem(problem, "claim")
            for problem in error.problems
            if not problem.file.endswith(LIST)
        )


def _rules(reading: QuestionsFolder, today: datetime.date) -> Iterator[Finding]:
    """What no condition and no question may be, for everybody, takes the prover."""
    if HAS_PROVER:
        from interview.authoring.check.rule_checks import rule_checks

        yield from rule_checks(reading, today)


def _guide_links(questions: Path) -> Iterator[Finding]:
    """Links in the guides beside the content lead to files that are there."""
    for guide in sorted(questions.glob("**/*.md")):
        shown = f"{questions.name}/{guide.relative_to(questions).as_posix()}"
        for number, line in enumerate(guide.read_text(encoding="utf-8").splitlines(), start=1):
            for target in _MARKDOWN_LINK.findall(line):
                file = target.partition("#")[0]
                if file and "://" not in file and not (guide.parent / file).exists():
                    yield Finding(
                        shown, number, "", "link", f'the link "{target}" leads nowhere',
                        "Correct the path, or take the link out.",
                    )  # fmt: skip


# ---------------------------------------------------------------- what nothing uses


def _unused(reading: QuestionsFolder) -> Iterator[Finding]:
    """Documents, criteria and named conditions that nothing mentions; a page lists every word."""
    content = reading.content
    assert content is not None
    values = [value for found in reading.models.values() for _, value in walk(found)]
    cited = {value.document for value in values if isinstance(value, Citation)}
    named = {name for value in values if isinstance(value, Condition) for name in _names(value)}
    used = {criterion for program in content.programs.values() for criterion in program.criteria}
    for name, kind, ids, mentioned, use in (
        ("sources", "sources", content.sources, cited, "cite it"),
        ("criteria", "criteria", content.criteria, used, "list it in the criteria of a program"),
        ("conditions", "conditions", [c.id for c in content.conditions.conditions], named,
         "use it in a rule"),
    ):  # fmt: skip
        for number, unused in enumerate(ids):
            if unused not in mentioned:
                yield findings.warn(
                    reading.documents[name], (kind, number), unused, "unused",
                    f'nothing uses "{unused}"', f"Take it out, or {use}.",
                )  # fmt: skip


def _names(condition: Condition) -> Iterator[str]:
    if isinstance(condition, Named):
        yield condition.name
    for part in parts(condition):
        yield from _names(part)
