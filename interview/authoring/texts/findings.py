"""What a check found: where, what is wrong, and what to do about it."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from interview.loading import Document, Place, Problem

Severity = Literal["error", "warning"]
# Every kind of check, by the name that its findings carry.
CHECKS = (
    "content", "case", "claim", "banned_word", "markdown", "link", "placeholder", "reading_level",
    "long_sentence", "term", "missing_translation", "stale_translation", "unused_text", "unused",
    "days_said", "legal_check", "never_yes", "never_no", "never_asked", "idle_question",
    "translation", "unconfirmed", "manifest", "pair", "contacts",
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """One problem of the content; `check` names the kind of check that found it."""

    file: str
    line: int
    rule: str
    check: str
    problem: str
    remedy: str
    severity: Severity = "error"

    def __str__(self) -> str:
        about = f"{self.rule}: " if self.rule else ""
        return (
            f"{self.file}:{self.line}: {self.severity}: {about}{self.problem}. "
            f"{self.remedy} [{self.check}]"
        )

    def plain(self) -> dict[str, Any]:
        """Return the finding as plain data for an editor."""
        return asdict(self)


def from_problem(problem: Problem, check: str) -> Finding:
    """Turn a reader's problem into a finding: its first sentence is wrong, the rest is advice."""
    wrong, _, remedy = problem.message.partition(". ")
    remedy = remedy or "Look at this line."
    ending = "" if remedy.endswith((".", "?")) else "."
    return Finding(
        problem.file, problem.line, problem.rule, check, wrong.rstrip("."), remedy + ending
    )


def at(
    document: Document, place: Place, rule: str, check: str, problem: str, remedy: str
) -> Finding:
    """Return an error at a place of a file."""
    return Finding(document.file, document.line(place), rule, check, problem, remedy)


def warn(
    document: Document, place: Place, rule: str, check: str, problem: str, remedy: str
) -> Finding:
    """Return a warning at a place of a file."""
    return Finding(document.file, document.line(place), rule, check, problem, remedy, "warning")


def in_order(findings: list[Finding]) -> list[Finding]:
    """Return findings by file and line, each once."""
    return sorted(dict.fromkeys(findings), key=lambda found: (found.file, found.line, found.check))
