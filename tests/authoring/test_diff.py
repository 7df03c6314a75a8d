"""What `interview diff` says of ten edits, each of one line; and of editions that ask otherwise."""

import datetime
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from editing import edited

from interview.authoring.crowd.crowd import SIZE, crowd_of_both
from interview.authoring.crowd.people import MadeUpPerson, Span, answerable
from interview.authoring.diff.comparing import Comparing
from interview.authoring.diff.differences import Kind
from interview.authoring.diff.one_page import one_page, page_text
from interview.authoring.diff.reporting import report
from interview.authoring.diff.text_diff import other_changes, text_changes
from interview.authoring.prover.editions import Edition, NoEdition, read_edition
from interview.cli.main import main
from interview.content import Content
from interview.loading import load
from interview.loading.folders import QUESTIONS

# A sheet of paper at 9 points.
LINES_OF_A_PAGE = 66
# The slow ones, for whom somebody in all the years is looked for, come last.
EDITS = sorted(
    (Path(__file__).parent.parent / "data" / "edits").glob("*.yaml"),
    key=lambda path: (path.stem < "04", path.stem),
)
SPAN = Span(datetime.date(2012, 6, 15), datetime.date(2026, 10, 2))


def compare(folder: Path, span: Span = SPAN) -> Comparing:
    """Compare the product's questions with a changed copy."""
    return Comparing(Edition(load(QUESTIONS)), Edition(load(folder)), span)


def kinds(comparing: Comparing) -> list[str]:
    """Return the kinds of difference, in words."""
    return [str(found.kind) for found in comparing.compare().differences]


@pytest.mark.sampled(5)
@pytest.mark.parametrize("path", EDITS, ids=lambda path: path.stem)
def test_an_edit_is_shown_as_the_people_whose_result_it_changes(tmp_path: Path, path: Path) -> None:
    edit = yaml.safe_load(path.read_text(encoding="utf-8"))
    comparing = compare(edited(tmp_path, edit["file"], edit["before"], edit["after"]))
    compared = comparing.compare()
    said = list(page_text(one_page(comparing, compared)))
    assert len(said) <= LINES_OF_A_PAGE
    assert "\n".join(said) + "\n" == path.with_suffix(".txt").read_text(encoding="utf-8")
    for found in compared.differences:
        assert found.kind in comparing.seen(found.person)
        for fact in found.person.answers:
            without = {f: value for f, value in found.person.answers.items() if f != fact}
            left = comparing.seen(MadeUpPerson(without, found.person.as_of))
            assert found.kind not in left, f"{found.kind} does not need {fact}"


def test_the_same_questions_change_nothing_for_anybody() -> None:
    comparing = compare(QUESTIONS)
    assert list(report(comparing, comparing.compare())) == [
        "Nothing changes for anybody: proved for all people, "
        "as of every day from 2012-06-15 to 2026-10-02."
    ]


def test_the_page_of_the_same_questions_is_one_line() -> None:
    comparing = compare(QUESTIONS, Span(SPAN.last, SPAN.last))
    assert list(page_text(one_page(comparing, comparing.compare()))) == [
        "Nothing changes for anybody: proved for all people, as of 2026-10-02."
    ]


def test_a_date_of_a_program_that_moves_is_told_as_a_status(tmp_path: Path) -> None:
    folder = edited(tmp_path, "law.yaml", "date: 2021-07-16", "date: 2021-07-17")
    comparing = compare(folder)
    lines = list(report(comparing, comparing.compare()))
    assert lines[0].endswith(" made-up people, in 1 way.")
    assert lines[2].startswith("today has another event of: daca (")
    assert "  daca: from 2021-07-16: renewals_only -> open" in lines


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("deadlines.yaml", "date: 30 days after removal_order_date",
         "date: 31 days after removal_order_date", "deadlines/appeal/date"),
        ("circuits.yaml", "date: 2026-09-10", "date: 2026-09-11", "circuits/"),
        ("flags.yaml", "timelines: [bond, habeas]", "timelines: [bond]", "detained/timelines"),
        ("programs/dapa.yaml", 'advisory: "p. 6"', 'advisory: "p. 7"', "programs/dapa/source: "),
        ("discretion/detention.yaml", "birthday 65 is", "birthday 64 is", "detention/"),
        ("parts/police.yaml", "- id: felony_label\n  type: yes_no\n  page: police_felony\n",
         "- id: felony_label\n  type: yes_no\n", "felony_label/page"),
        ("discretion/memos.yaml", "{date: 2017-02-20, status: ended",
         "{date: 2017-02-21, status: ended", "memos/johnson_priorities_2014/"),
        ("flags.yaml", "id: detained\n  urgency: now", "id: detained\n  urgency: soon",
         "detained/urgency"),
    ],
    ids=["days of a deadline", "day of a decision", "timelines", "source",
         "group held", "page", "status of a memo", "urgency"],
)  # fmt: skip
def test_what_no_rule_concludes_is_told_apart(content, tmp_path, file, before, after, told):
    folder = edited(tmp_path, file, before, after)
    lines = list(other_changes(content, read_edition(str(folder)).content))
    assert lines and all(told in line for line in lines)


def test_a_day_from_which_a_text_is_said_is_told_with_the_text(content, tmp_path):
    said = "text: >-\n      People who are held"
    folder = edited(
        tmp_path, "flags.yaml", f"- from: 2025-09-05\n    {said}", f"- from: 2025-09-06\n    {said}"
    )
    lines = list(text_changes(content, read_edition(str(folder)).content))
    begun = [line[: line.index(")") + 1] for line in lines if ": + " in line]
    assert "flags/detained/reason: + (from 2025-09-06)" in begun


def test_a_new_value_is_told_and_nobody_with_it_is_compared(tmp_path: Path) -> None:
    new = "  - id: home_school\n    label: At home\n  - id: ged\n"
    folder = edited(tmp_path, "parts/life.yaml", "  - id: ged\n", new)
    comparing = compare(folder)
    lines = list(report(comparing, comparing.compare()))
    assert lines[0].startswith("No rule concludes anything else: proved for all people")
    assert "  question education: now takes home_school; nobody with it is compared" in lines
    assert "  parts/life/questions/education/values/home_school/label: + At home" in lines


@pytest.mark.audit
def test_a_rule_that_is_gone_changes_results_only_where_it_counted(tmp_path: Path) -> None:
    folder = edited(tmp_path, "programs/dapa.yaml", "- present_now\n", "")
    found = kinds(compare(folder, Span(SPAN.last, SPAN.last)))
    assert [kind for kind in found if kind.startswith("program dapa")] == [
        "program dapa goes from may_match to matches",
        "program dapa goes from does_not_match to matches",
        "program dapa goes from does_not_match to may_match",
    ]


@pytest.mark.audit
def test_a_birthday_on_the_very_day_is_what_on_or_after_adds(tmp_path: Path) -> None:
    folder = edited(
        tmp_path, "flags.yaml", "birthday 18 is after as_of", "birthday 18 is on or after as_of"
    )
    day = datetime.date(2018, 3, 1)
    comparing = compare(folder, Span(day, day))
    [found] = [d for d in comparing.compare().differences if d.kind.name == "flags now has"]
    assert found.kind == Kind("flags now has", "", "minor (before)")
    # In a common year, someone born on February 29 comes of age on March 1; the earlier is shown.
    assert found.person.answers == {"birth_date": "2000-02-29"}


# ---------------------------------------------------------------- the crowd and the editions


def test_the_crowd_is_the_same_each_time_and_every_answer_is_taken(content: Content) -> None:
    edition = Edition(content)
    first, second = (
        list(crowd_of_both(content, content, answerable(content), SPAN)) for _ in range(2)
    )
    assert first == second
    assert len(first) == SIZE
    assert (first[0].as_of, first[-1].as_of) == (SPAN.first, SPAN.last)
    lanes = {edition.screen(person.answers, person.as_of).lane for person in first}
    assert lanes == {"red", "orange", "yellow", "blue"}


def test_a_git_revision_is_an_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edited(tmp_path, "flags.yaml", "birthday 18 is after as_of", "birthday 19 is after as_of")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        subprocess.run([*git, *command], check=True)
    monkeypatch.chdir(tmp_path)
    edition = read_edition("HEAD")
    result = edition.screen({"birth_date": "2000-01-01"}, datetime.date(2018, 6, 1))
    assert "minor" in result.raised()


def test_what_is_neither_a_folder_nor_a_revision_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoEdition, match="nowhere is no folder and no git revision with questions/"):
        read_edition("nowhere")


@pytest.mark.audit
def test_diff_ends_with_status_1_where_results_change(runner: CliRunner, tmp_path: Path) -> None:
    folder = edited(
        tmp_path, "flags.yaml", "birthday 18 is after as_of", "birthday 19 is after as_of"
    )
    command = ["diff", str(QUESTIONS), str(folder), "--as-of", "2015-03-18"]
    changed, page, full = (
        runner.invoke(main, [*command, *more]) for more in ((), ("--format", "html"), ("--full",))
    )
    same = runner.invoke(main, ["diff", str(QUESTIONS), str(QUESTIONS), "--as-of", "2015-03-18"])
    assert [done.exit_code for done in (changed, page, full, same)] == [1, 1, 1, 0]
    assert "  Flag, now: Under 18 (before)" in changed.output
    assert "flags now has: minor (before)" in full.output
    assert "<li>Flag, now: Under 18 (before)" in page.output
    assert page.output.startswith("<!doctype html>")
    assert "http" not in page.output
    assert same.output == (
        "Nothing changes for anybody: proved for all people, as of 2015-03-18.\n"
    )
    assert runner.invoke(main, ["diff", "nowhere", str(QUESTIONS)]).exit_code == 2
