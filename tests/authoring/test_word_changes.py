"""What two editions say otherwise, in plain sentences before and after."""

import re

import pytest
from editing import edited

from interview.authoring.diff.one_page import OnePage, page_html, page_text
from interview.authoring.diff.word_changes import word_changes
from interview.loading import load

DETAINED = "- id: detained\n  urgency: now\n"


def told(content, folder):
    """What changed: (thing, how, label, before, after) a line."""
    return [
        (thing.name, thing.how, change.label, change.before, change.after)
        for thing in word_changes(content, load(folder))
        for change in thing.changes
    ]


CHANGES = {
    "rule": (
        "flags.yaml", "condition: hearing_soon is yes", "condition: hearing_soon is not no",
        ("flags/hearing_soon", "", "applies if",
         ("Hearing within 30 days: “Yes”",), ("Hearing within 30 days: not “No”",)),
    ),
    "days of a deadline": (
        "deadlines.yaml", "date: 30 days after removal_order_date",
        "date: 31 days after removal_order_date",
        ("deadlines/appeal", "", "date",
         ("the date in “Date of the order to leave”, plus 30 days",),
         ("the date in “Date of the order to leave”, plus 31 days",)),
    ),
    "court's decision": (
        "circuits.yaml", "date: 2026-02-06\n  bond: no", "date: 2026-02-07\n  bond: no",
        ("circuits/5-2026-02-07", "", "date", ("February 6, 2026",), ("February 7, 2026",)),
    ),
    "states of a court": (
        "circuits.yaml", "states: [LA, MS, TX]", "states: [TX, LA, MS]",
        ("circuits/5", "", "states", ("LA", "MS", "TX"), ("TX", "LA", "MS")),
    ),
    "date of an event": (
        "law.yaml", "date: 2021-07-16", "date: 2021-07-17",
        ("law/daca/2021-07-17", "", "date", ("July 16, 2021",), ("July 17, 2021",)),
    ),
    "first day of a flag": (
        "flags.yaml", "from: 2025-01-29\n", "from: 2025-01-30\n",
        ("flags/theft_arrest", "", "from", ("January 29, 2025",), ("January 30, 2025",)),
    ),
    "last day of a flag": (
        "flags.yaml", DETAINED, f"{DETAINED}  until: 2027-01-01\n",
        ("flags/detained", "", "until", (), ("January 1, 2027",)),
    ),
    "cautious": (
        "flags.yaml", DETAINED, f"{DETAINED}  cautious: yes\n",
        ("flags/detained", "", "cautious", ("no",), ("yes",)),
    ),
    "timelines": (
        "flags.yaml", "timelines: [bond, habeas]", "timelines: [bond]",
        ("flags/detained", "", "timelines", ("habeas",), ()),
    ),
    "sentence of a text": (
        "flags.yaml", "A case can move fast when", "A case moves fast when",
        ("flags/detained", "", "reason",
         ("A case can move fast when a person is held. …",),
         ("A case moves fast when a person is held. …",)),
    ),
    "document": (
        "programs/dapa.yaml", 'advisory: "p. 6"', 'advisory: "p. 7"',
        ("programs/dapa", "", "source",
         ("Practice advisory: Prosecutorial Discretion, How to Advocate for Your Client: p. 6",),
         ("Practice advisory: Prosecutorial Discretion, How to Advocate for Your Client: p. 7",)),
    ),
}  # fmt: skip


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("file", "before", "after", "said"), CHANGES.values(), ids=CHANGES)
def test_one_edit_is_told_in_words_of_one_thing(content, tmp_path, file, before, after, said):
    first, *more = told(content, edited(tmp_path, file, before, after))
    assert first == said
    # A deadline's rule speaks of its date.
    assert [label for _, _, label, *_ in more] == (["when"] if file == "deadlines.yaml" else [])


def test_the_day_of_a_dated_text_is_told_with_the_sentence(content, tmp_path):
    said = "text: >-\n      People who are held"
    folder = edited(
        tmp_path, "flags.yaml", f"- from: 2025-09-05\n    {said}", f"- from: 2025-09-06\n    {said}"
    )
    [(name, _, label, before, after)] = told(content, folder)
    assert (name, label) == ("flags/detained", "reason")
    assert before[0].startswith("(from September 5, 2025) ")
    assert after[0].startswith("(from September 6, 2025) ")


def test_a_new_event_is_told_with_all_that_it_says(content, tmp_path):
    folder = edited(tmp_path, "law.yaml", "date: 2021-07-16", "date: 2021-07-16")
    event = (
        "- {date: 2021-07-15, event: Something happened., effect: It means something., "
        "source: [{advisory: p. 8}]}"
    )
    text = (folder / "law.yaml").read_text(encoding="utf-8")
    more = re.sub(r"(?m)^( *)(?=- date: 2021-07-16)", rf"\1{event}\n\1", text, count=1)
    (folder / "law.yaml").write_text(more, encoding="utf-8")
    [thing] = word_changes(content, load(folder))
    assert (thing.title, thing.how) == ("Event of July 15, 2021: DACA", "new")
    assert [(change.label, change.after) for change in thing.changes] == [
        (
            "source",
            ("Practice advisory: Prosecutorial Discretion, How to Advocate for Your Client: p. 8",),
        ),
        ("certainty", ("high",)),
        ("date", ("July 15, 2021",)),
        ("event", ("Something happened.",)),
        ("effect", ("It means something.",)),
    ]


def test_a_question_called_otherwise_is_told_once_and_not_in_every_rule(content, tmp_path):
    folder = edited(tmp_path, "parts/urgent.yaml", "short: Held by immigration now", "short: Held")
    assert [(name, label) for name, _, label, *_ in told(content, folder)] == [
        ("parts/urgent/detained", "short")
    ]


def test_a_named_condition_is_told_of_itself_and_not_in_every_rule(content, tmp_path):
    folder = edited(
        tmp_path, "conditions.yaml", "three_on_separate_dates is yes",
        "three_on_separate_dates is not no",
    )  # fmt: skip
    assert {name for name, *_ in told(content, folder)} == {"conditions/bar_crimes"}


def test_a_page_of_many_changes_counts_what_does_not_fit(content, tmp_path):
    folder = edited(tmp_path, "flags.yaml", "See a lawyer", "Please see a lawyer")
    path = folder / "flags.yaml"
    text = path.read_text(encoding="utf-8").replace("See a lawyer", "Please see a lawyer")
    path.write_text(text, encoding="utf-8")
    things = word_changes(content, load(folder))
    page = OnePage("Results change.", things[:3], len(things[3:]), [], [], 0, [], [])
    last = list(page_text(page))[-1]
    assert last == f"  and {len(things) - 3} more; interview diff --full lists them"
    assert f"and {len(things) - 3} more" in page_html(page, "HEAD", "questions")
