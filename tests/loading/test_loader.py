"""The loader reads a questions folder, or reports every problem at once: file, line, remedy.

Each test breaks a copy of the real content. tests/data/broken holds whole files that stand in
for discretion/decisions.yaml; the comment at their top lists the report that they get.
"""

import shutil
from pathlib import Path

import pytest

from interview.loading import ContentError, load
from interview.loading.folders import QUESTIONS

BROKEN = Path(__file__).parents[1] / "data" / "broken"


@pytest.fixture
def folder(tmp_path):
    """A copy of the real questions, to break."""
    return Path(shutil.copytree(QUESTIONS, tmp_path / "questions"))


def report(folder: Path) -> list[str]:
    """What is wrong with a folder, one line a problem; empty when it loads."""
    try:
        load(folder)
    except ContentError as error:
        return str(error).splitlines()
    return []


def change(folder: Path, file: str, old: str, new: str, after: str = "") -> int:
    """Replace the first `old` after a marker in a file; return its line."""
    path = folder / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    at = text.index(old, text.index(after))
    path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")
    return text.count("\n", 0, at) + 1


def test_the_real_content_loads(content):
    assert content.interview.parts[0] == "urgent"
    assert [question.id for question in content.parts["urgent"].questions][:2] == [
        "answering_for",
        "in_us_now",
    ]


def test_a_copy_of_the_content_elsewhere_loads_the_same(content, folder):
    assert load(folder) == content


# ---------------------------------------------------------------- whole broken files


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_broken_file_gets_the_report_at_its_top(folder, path):
    shutil.copy(path, folder / "discretion" / "decisions.yaml")
    lines = path.read_text(encoding="utf-8").splitlines()
    expected = [line.removeprefix("# ") for line in lines if line.startswith("# questions/")]
    assert report(folder) == expected


def test_no_broken_file_was_forgotten():
    assert sorted(path.stem for path in BROKEN.glob("*.yaml")) == [
        "a_colon_in_a_sentence",
        "a_list_instead_of_keys",
        "a_missing_key",
        "a_missing_list",
        "a_tab_in_the_indent",
        "an_empty_file",
        "an_unknown_document",
        "an_unknown_key",
        "duplicate_keys",
        "half_a_text",
        "no_source",
        "one_id_twice",
        "several_problems",
    ]


# ---------------------------------------------------------------- flags that name flags


def test_flags_that_go_in_a_circle_are_refused_each_on_its_line(folder):
    first = change(
        folder, "flags", "condition: detained is yes", "condition: flag removal_date is raised",
        after="- id: detained",
    )  # fmt: skip
    second = change(
        folder, "flags", "condition: removal_date_set is yes",
        "condition: flag detained is not raised", after="- id: removal_date",
    )  # fmt: skip
    circle = "this flag hangs on a flag that hangs on it. Flags may not go in a circle"
    assert report(folder) == [
        f"questions/flags.yaml:{first}: detained: {circle}",
        f"questions/flags.yaml:{second}: removal_date: {circle}",
    ]


# ---------------------------------------------------------------- one change to one file


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("file", "after", "old", "new", "expected"),
    [
        ("flags", "- id: detained", "condition: detained is yes", "condition: detaned is yes",
         'questions/flags.yaml:{line}: detained: there is no question "detaned". '
         'Did you mean "detained"?'),
        ("flags", "- id: detained", "condition: detained is yes", "condition: detained is true",
         'questions/flags.yaml:{line}: detained: "detained" has no value "true". Allowed: yes, no'),
        ("flags", "- id: detained", "condition: detained is yes", "condition: detained is unsure",
         'questions/flags.yaml:{line}: detained: "detained" has no value "unsure". '
         'Use "is not known"'),
        ("flags", "- id: detained", "condition: detained is yes", "condition: detained has any",
         'questions/flags.yaml:{line}: detained: "detained" is of type yes_no: use is, is not'),
        ("flags", "- id: detained", "condition: detained is yes", "condition: bar_crime",
         'questions/flags.yaml:{line}: detained: cannot read "bar_crime": no verb, and no '
         "condition of that name (known: bar_crimes, unrecorded_trip). "
         'Did you mean "bar_crimes"?'),
        ("flags", "- id: detained", "condition: detained is yes", "condition: ground 9z",
         'questions/flags.yaml:{line}: detained: there is no ground "9z". '
         "Known: 1a, 1b, 1c, 1d, 1e, 2a, 2b, 2c, 2d, 3"),
        ("flags", "- id: detained", "condition: detained is yes",
         "condition: program dacca is matches",
         'questions/flags.yaml:{line}: detained: there is no program "dacca". '
         'Did you mean "daca"?'),
        ("flags", "- id: detained", "condition: detained is yes",
         "condition: program daca is met",
         'questions/flags.yaml:{line}: detained: no program is "met". Allowed: matches, may_match, '
         "does_not_match"),
        ("flags", "- id: detained", "condition: detained is yes",
         "condition: birth_date is after 2007-02-29",
         "questions/flags.yaml:{line}: detained: condition: 2007-02-29 does not exist. Check the "
         "day, the month and the year. A date is 2007-06-15, as_of, a date question, birthday 16, "
         "2 years after a date, 150 days after a date or 120 days before a date"),
        ("flags", "- id: detained", "condition: detained is yes", "condition: detained = yes",
         'questions/flags.yaml:{line}: detained: condition: cannot read "detained = yes". The '
         "verbs are: is, is not, is one of, is not one of, includes, includes any of, has any, "
         "is not known, is raised, is on or before, is on or after, is before, is after"),
        ("flags", "- id: detained", "condition: detained is yes",
         "condition: flag detaned is raised",
         'questions/flags.yaml:{line}: detained: there is no flag "detaned". '
         'Did you mean "detained"?'),
        ("flags", "- id: detained", "condition: detained is yes",
         "condition: flag detained is raised",
         "questions/flags.yaml:{line}: detained: this flag hangs on a flag that hangs on it. "
         "Flags may not go in a circle"),
        ("deadlines", "- id: asylum_year", "date: 1 years after last_entry_date",
         "date: 1 years after last_entry_dat",
         'questions/deadlines.yaml:{line}: asylum_year: there is no date question '
         '"last_entry_dat". Did you mean "last_entry_date"?'),
        ("flags", "- id: detained", "condition: detained is yes", "condition: no",
         'questions/flags.yaml:{line}: detained: cannot read "no": no verb, and no condition of '
         "that name (known: bar_crimes, unrecorded_trip)"),
        ("flags", "- id: removal_date", "id: removal_date", "id: detained",
         'questions/flags.yaml:{line}: detained: the id "detained" is used twice. '
         "Give one of the two another id"),
        ("flags", "- id: detained", "urgency: now", "urgency: today",
         'questions/flags.yaml:{line}: detained: urgency: "today" is not allowed. '
         "Allowed: 'now', 'soon' or 'before'"),
        ("flags", "- id: detained", "urgency: now", "urgent: now",
         "questions/flags.yaml:{above}: detained: \"urgency\" is missing. Add a line "
         '"urgency: ..."|questions/flags.yaml:{line}: detained: "urgent" is not a setting here. '
         'Did you mean "urgency"?'),
        ("parts/police", "- id: open_charge", "asked_if: any_arrest is not no",
         "asked_if: gang_accusation is yes",
         'questions/parts/police.yaml:{line}: open_charge: "gang_accusation" is asked later. '
         "asked_if may only mention earlier questions"),
        ("parts/police", "- id: open_charge", "asked_if: any_arrest is not no",
         "asked_if: open_charge is yes",
         'questions/parts/police.yaml:{line}: open_charge: "open_charge" is asked later. '
         "asked_if may only mention earlier questions"),
        ("parts/police", "- id: theft_or_assault_arrest", "asked_if: any_arrest is not no",
         "asked_if: open_charge is yes",
         'questions/parts/police.yaml:{line}: theft_or_assault_arrest: "open_charge" is on the '
         "same page. Give this question a page of its own"),
        ("law", "- id: daca", "2017-02-20", "2017-02-29",
         'questions/law.yaml:{line}: daca: date: "2017-02-29" is not a date of the calendar. '
         "Write 2007-06-15"),
        ("law", "- id: daca", "2017-02-20", "2013-02-20",
         "questions/law.yaml:{line}: daca: events stand in the order of their dates. "
         "Move it, or mend the date"),
        ("law", "- id: daca", "status: announced", "status: proposed",
         'questions/law.yaml:{line}: daca: status: "proposed" is not allowed. Allowed: '
         "'announced', 'open', 'renewals_only', 'accepted_not_decided', 'blocked', 'ended' or "
         "'replaced'"),
        ("programs/daca", "timeline:", "timeline: daca", "timeline: dacca",
         'questions/programs/daca.yaml:{line}: there is no timeline "dacca". Did you mean "daca"?'),
        ("programs/daca", "criteria:", "- present_2012", "- present_2013",
         'questions/programs/daca.yaml:{line}: there is no criterion "present_2013". '
         'Did you mean "present_2014"?'),
        ("interview", "parts:", "good]", "goods]",
         'questions/interview.yaml:{line}: there is no parts file "goods". Did you mean "good"?'
         '|questions/interview.yaml:{line}: "good" is not listed. Add it to parts'),
        ("interview", "facts_order:", "- detained", "- in_us_now",
         'questions/interview.yaml:{order}: "detained" must stand once in facts_order, and stands '
         '0 times|questions/interview.yaml:{line}: "in_us_now" must stand once in facts_order, and '
         "stands 2 times"),
        ("discretion/escalation", "starts:", "step: supervisor", "step: superviser",
         'questions/discretion/escalation.yaml:{line}: there is no step "superviser". '
         'Did you mean "supervisor"?'),
        ("discretion/factors", "- id: health", "lists: health", "lists: helth",
         'questions/discretion/factors.yaml:{line}: health: there is no question "helth". '
         'Did you mean "health"?'),
        ("oddities", "oddities:", "about: birth_date", "about: birthdate",
         'questions/oddities.yaml:{line}: birth_date_in_future: there is no question "birthdate". '
         'Did you mean "birth_date"?'),
        ("parts/life", "- id: education", "type: choice", "type: yes_no",
         "questions/parts/life.yaml:{above}: education: a question of type yes_no takes no values:"
         ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 60 else "",
)  # fmt: skip
def test_a_reference_that_leads_nowhere_is_reported_with_its_line_and_the_nearest_one(
    folder, file, after, old, new, expected
):
    line = change(folder, file, old, new, after)
    order = change(folder, "interview", "facts_order:", "facts_order:")
    expected = expected.format(line=line, order=order, above=line - 1)
    found = report(folder)
    assert [problem for problem in found if problem in expected.split("|")] == expected.split("|")


@pytest.mark.parametrize("condition", ["ground 1a", "any ground", "program daca is matches"])
@pytest.mark.parametrize(
    ("file", "id", "condition_before"),
    [
        ("parts/police", "open_charge", "asked_if: any_arrest is not no"),
        ("priorities", "2d", "condition: visa_abuse is yes"),
    ],
)
def test_asked_if_and_grounds_are_settled_before_any_conclusion_and_cannot_mention_one(
    folder, file, id, condition_before, condition
):
    key = condition_before.partition(":")[0]
    line = change(folder, file, condition_before, f"{key}: {condition}", f"- id: {id}")
    [problem] = report(folder)
    assert problem.startswith(f"questions/{file}.yaml:{line}: {id}: ")


def test_a_criterion_is_settled_before_any_program_and_cannot_mention_one(folder):
    line = change(
        folder, "criteria", "condition: in_us_now is yes", "condition: program daca is matches"
    )
    [problem] = report(folder)
    assert problem.startswith(f"questions/criteria.yaml:{line}: present_now: ")


# ---------------------------------------------------------------- everything at once


def test_the_problems_of_several_files_are_reported_at_once_in_the_order_of_files_and_lines(folder):
    flags = change(folder, "flags", "condition: detained is yes", "condition: detaned is yes")
    criteria = change(folder, "criteria", "1981-06-16", "1981-06-31")
    law = change(folder, "law", "status: announced", "status: proposed")
    memo = change(folder, "discretion/memos", "date: 2014-11-20", "date: 2014-11-31")
    step = change(folder, "discretion/escalation", "step: supervisor", "step: superviser")
    assert [problem.split(": ")[0] for problem in report(folder)] == [
        f"questions/criteria.yaml:{criteria}",
        f"questions/discretion/escalation.yaml:{step}",
        f"questions/discretion/memos.yaml:{memo}",
        f"questions/flags.yaml:{flags}",
        f"questions/law.yaml:{law}",
    ]


def test_what_cannot_be_used_is_not_reported_again_where_it_is_mentioned(folder):
    line = change(folder, "criteria", "present_2012_06_15 is yes", "present_2012_06_15 iz yes")
    [problem] = report(folder)
    assert problem.startswith(f"questions/criteria.yaml:{line}: present_2012: ")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("priorities", "  - misdemeanors is three_or_more\n", "  - misdemeanors is three_or_mor\n",
         'no value "three_or_mor"'),
        ("flags", "    - military_family is yes\n", "    - military_famly is yes\n",
         'no question "military_famly"'),
        ("criteria", "    - first_arrival_date is on or before ",
         "    - first_arrival_date is on or befor ", "cannot read"),
    ],
    ids=["value", "question", "verb"],
)  # fmt: skip
def test_a_line_inside_a_group_is_reported_on_its_own_line(folder, file, old, new, message):
    text = (folder / f"{file}.yaml").read_text(encoding="utf-8")
    line = text.count("\n", 0, text.index(old.strip())) + 1
    change(folder, file, old.strip(), new.strip())
    [problem] = report(folder)
    assert problem.startswith(f"questions/{file}.yaml:{line}: ")
    assert message in problem


@pytest.mark.parametrize("file", ["law", "wording", "discretion/memos"])
def test_a_file_that_is_gone_is_reported(folder, file):
    (folder / f"{file}.yaml").unlink()
    assert report(folder) == [
        f"questions/{file}.yaml:1: the file cannot be read (No such file or directory). "
        "Check that it is there"
    ]


def test_a_new_part_must_be_listed(folder):
    shutil.copy(folder / "parts" / "good.yaml", folder / "parts" / "better.yaml")
    line = change(folder, "interview", "parts:", "parts:")
    assert f'questions/interview.yaml:{line}: "better" is not listed. Add it to parts' in report(
        folder
    )


def test_an_empty_folder_is_reported_file_by_file(tmp_path):
    (tmp_path / "questions").mkdir()
    found = report(tmp_path / "questions")
    assert len(found) >= 20
    assert all("the file cannot be read" in problem for problem in found)
