"""What is wrong with a file that is no YAML, and the line to mend: not always the reported one.

A reader of YAML notices many mistakes only below them, where the next line no longer fits.
"""

import re
from collections.abc import Callable

import yaml

_MERGE_MARK = re.compile(r"(<{7}|={7}|>{7})( |$)")
_LIST_MARKS = re.compile(r" *(- +)*")
_KEY = re.compile(r"[\w.-]+:( |$)")
# A quote that is left open is noticed where the next one stands, which may be far below.
_FAR_BELOW = 60


def explained(error: yaml.YAMLError, rows: list[str]) -> tuple[int, str]:
    """Return the line (from 1) and what to do about it."""
    if isinstance(error, yaml.reader.ReaderError):
        before = "\n".join(rows)[: error.position]
        return before.count("\n") + 1, "a control character stands here. Take it out"
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = min(mark.line + 1, len(rows)) if mark else 1
    problem = str(getattr(error, "problem", "") or error)
    if merging := _line_that(rows, lambda row: bool(_MERGE_MARK.match(row))):
        return merging, "a merge was not finished here. Keep one side, and no marks"
    if "mapping values" not in problem and (quote := _open_quote(rows, line)):
        return quote, 'a quote (") may be open here. Close it'
    if strange := _line_that(rows[:line], _has_strange_space):
        return strange, "there is a space of another kind in the indent. Use plain spaces"
    begun = getattr(error, "context_mark", None)
    return _in_structure(problem, str(error), rows, line, begun.line + 1 if begun else line)


def _in_structure(
    problem: str, whole: str, rows: list[str], line: int, begun: int
) -> tuple[int, str]:
    """Explain a mistake of indents, colons, quotes or brackets; `begun`: where its part begins."""
    row = rows[line - 1] if rows else ""
    if "\t" in row[: len(row) - len(row.lstrip())] or r"'\t'" in problem:
        return line, "there is a tab in the indent. Use spaces"
    if "mapping values are not allowed" in problem:
        return _too_deep(rows, line)
    if "could not find expected ':'" in problem:
        return begun, (
            "a colon with a space after it, or a space after the dash, is missing here. If this "
            "is text that goes on, indent it more than its key"
        )
    if re.search(r"found (unknown|undefined) escape|found character", problem):
        return line, "a character here has a meaning in YAML. Put the text in double quotes"
    if "quoted scalar" in whole:
        return begun, "a quote may be open here. Close it"
    if "flow" in whole and _indent(row) <= _indent(rows[begun - 1]) and line > begun:
        return begun, "a bracket may be open here. Close it"
    if "did not find expected" in problem:
        return line, (
            f"this is not YAML ({problem}). Indent this line like its neighbours, and look at "
            "the quotes here"
        )
    return line, f"this is not YAML ({problem}). Look at the indent and the quotes here"


def _too_deep(rows: list[str], line: int) -> tuple[int, str]:
    """A key stands under a text: two on one line, or one of two lines has a wrong indent."""
    row = rows[line - 1]
    if re.search(r":\s.*:(\s|$)", row):
        return line, (
            "a text with a colon and a space in it must stand in double quotes, "
            "or on its own line after >-"
        )
    above = next((n for n in range(line - 1, 0, -1) if rows[n - 1].strip()), line)
    below = next((other for other in rows[line:] if other.strip()), "")
    text_above = rows[above - 1].lstrip()
    if not _KEY.match(text_above.lstrip("- ")) and not text_above.startswith(("#", "- ")):
        return above, "a colon may be missing at the end of this line. Write it"
    # Where the next line stands like this one, the line above is the odd one.
    odd = above if _indent(below) == _indent(row) > _indent(rows[above - 1]) else line
    return odd, "this line is indented otherwise than its neighbours. Indent it like them"


def _indent(row: str) -> int:
    """The column of a key, behind the dashes before it."""
    found = _LIST_MARKS.match(row)
    return len(found[0]) if found else 0


def _has_strange_space(row: str) -> bool:
    indent = row[: len(row) - len(row.lstrip())]
    return bool(row.strip()) and indent.strip(" \t") != ""


def _line_that(rows: list[str], fits: Callable[[str], bool]) -> int:
    """Return the number of the first row that fits, from 1, or 0."""
    return next((number for number, row in enumerate(rows, start=1) if fits(row)), 0)


def _open_quote(rows: list[str], line: int) -> int:
    """Return the row above a problem whose value begins with a quote and does not end with one."""
    for number in range(min(line, len(rows)), max(0, line - _FAR_BELOW), -1):
        begun = re.search(r'(?:: |- |\{|\[|, )"((?:[^"\\]|\\.)*)$', rows[number - 1])
        if begun:
            return number
    return 0
