"""A wrong indent, quote, colon or bracket is reported on the line to mend, and with what to do."""

import pytest

from interview.loading.documents import read_text

RIGHT = """\
# A comment.
flags:
- id: one
  urgency: now
  condition:
    all:
    - a is yes
    - b is no
  name: A name
  reason: A reason.
  do: See a lawyer.
  source: [{advisory: p. 8}]
- id: two
  urgency: soon
"""
INDENT = "this line is indented otherwise than its neighbours. Indent it like them"
NEIGHBOURS = "this is not YAML (did not find expected key). Indent this line like its neighbours"
COLON = "a colon with a space after it, or a space after the dash, is missing here"
DASH = "this dash is read as part of the line above. Indent it like the other dashes"
TAB = "there is a tab in the indent. Use spaces"
MISTAKES = {
    "tab": (4, "\turgency: now", 4, TAB),
    "tab after spaces": (4, "  \turgency: now", 4, TAB),
    "no-break spaces": (4, "\u00a0\u00a0urgency: now", 4, "there is a space of another kind"),
    "key too deep": (4, "   urgency: now", 4, INDENT),
    "key too shallow": (9, " name: A name", 9, NEIGHBOURS),
    "key at the edge": (9, "name: A name", 9, INDENT),
    "key under a text": (4, "  urgency: now\n    extra: x", 5, INDENT),
    "item too shallow": (8, "   - b is no", 8, NEIGHBOURS),
    "item too deep": (8, "     - b is no", 8, DASH),
    "group too deep": (8, "     - any:\n       - b is no", 8, INDENT),
    "entry too deep": (13, " - id: two", 13, NEIGHBOURS),
    "entry without a dash": (13, "  id: two", 13, '"id" stands twice (also on line 3). Keep one '
                             "of the two, or begin a new entry with a dash"),
    "text not under its key": (10, "  reason: >-\n  A reason.", 11, COLON),
    "no colon": (9, "  name A name", 9, COLON),
    "no space after the colon": (9, "  name:A name", 9, COLON),
    "no space after the dash": (8, "    -b is no", 8, COLON),
    "no colon of a group": (6, "    all", 7, DASH),
    "open quote": (9, '  name: "A name', 9, 'a quote (") may be open here. Close it'),
    "open single quote": (9, "  name: 'A name", 9, "a quote may be open here. Close it"),
    "quotes in quotes": (9, '  name: "A "bad" name"', 9, NEIGHBOURS),
    "text after a quote": (10, '  reason: "A reason" here.', 10, NEIGHBOURS),
    "colon in a text": (10, "  reason: A reason: bad.", 10, "a text with a colon and a space"),
    "open bracket": (12, "  source: [{advisory: p. 8}", 12, "a bracket may be open here. Close it"),
    "other bracket": (12, "  source: [{advisory: p. 8]", 12, "this is not YAML (did not find exp"),
    "sign of YAML": (10, "  reason: %5 of them.", 10, "a character here has a meaning in YAML"),
}  # fmt: skip


def test_the_text_that_is_broken_here_is_right() -> None:
    assert read_text(RIGHT, "flags.yaml").problems == []


@pytest.mark.parametrize(("at", "written", "line", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_reported_on_the_line_to_mend(at, written, line, said):
    rows = RIGHT.splitlines()
    rows[at - 1] = written
    first = read_text("\n".join(rows) + "\n", "flags.yaml").problems[0]
    assert (first.line, first.message[: len(said)]) == (line, said)
