"""Each change of the law that the guide shows, done in a copy: everything still holds there.

Alone, each is checked, and its cases are accepted. With all of them together, the tests of the
content run in a copy of the whole product, with no Python touched. With NEXT_STEPS_AUDIT set it
is every change and every test, for each change alone too; without it a sample, in a minute or two.
"""

import datetime

import guide
import pytest
from audited import AUDIT
from workshop import EDITS, ROOT, Workshop, heading, write_spanish

from interview.authoring.check import content_check, manifest
from interview.files import CaseRunner, accepting, read_cases
from interview.languages import upkeep
from interview.loading import QUESTIONS, load, read
from interview.screening import AnswerReader, Screening

SECTIONS = guide.sections(ROOT / "questions" / "README.md")
# A day on which no legal check of a copy is too old.
TODAY = datetime.date(2026, 11, 1)
OLDER = {case.name for case in read_cases(QUESTIONS, AnswerReader(load(QUESTIONS)))}


def test_every_example_of_the_guide_is_followed_by_an_edit():
    assert {heading(name) for name in EDITS} == {*SECTIONS}


# ---------------------------------------------------------------- one at a time


# Some of them, but in an audit: all of them are done together below.
@pytest.fixture(params=EDITS if AUDIT else [*EDITS][::6])
def edited(request, copy, monkeypatch):
    """A copy of the content with one change, its Spanish written; and the name of the change."""
    # What holds of everybody is checked once, of all changes together.
    monkeypatch.setattr(content_check, "_rules", lambda reading, today: ())
    guide.follow(SECTIONS[heading(request.param)], copy / "questions")
    upkeep.update(load(copy / "questions"), copy / "translations", "es")
    write_spanish(request.param, copy / "translations")
    return copy, request.param


@pytest.mark.sampled(2)
def test_a_change_by_the_guide_needs_no_more_than_to_be_accepted(edited):
    folder, name = edited
    questions = folder / "questions"
    found = content_check.check_content(questions, folder / "translations", TODAY)
    assert [str(f) for f in found if f.severity == "error" and f.check != "manifest"] == []

    reading = read(questions)
    changes = manifest.accept_list(questions, reading)
    assert {change.id for change in changes} == {
        f.rule for f in found if f.check == "manifest" and f.rule
    }
    assert [*manifest.manifest_checks(questions, reading)] == []

    reader = AnswerReader(reading.content)
    runner = CaseRunner(Screening(reading.content), reader)
    accepted = accepting.accept_outcomes(questions, read_cases(questions, reader), runner)
    again = read_cases(questions, reader)
    assert [case.name for case in again if runner.run(case)] == []
    assert [one.case.name for one in accepted if one.case.name not in OLDER] == []
    assert results_changed(accepted) == [] or name == "rule_date"


def results_changed(accepted):
    """What older cases say of programs is no matter of a new one, nor of any other new rule."""
    return [one.case.name for one in accepted if any(d.key == "results" for d in one.differences)]


# ---------------------------------------------------------------- and the product's own tests


@pytest.fixture(scope="module", params=["all changes", *(EDITS if AUDIT else ())])
def product(request, tmp_path_factory):
    """A copy of the product in which a lawyer has done everything that the guide says."""
    workshop = Workshop(tmp_path_factory.mktemp("workshop") / "product")
    names = EDITS if request.param == "all changes" else [request.param]
    for name in names:
        workshop.edit(name)
    workshop.interview("texts")
    for name in names:
        write_spanish(name, workshop.translations)
    # The cases are accepted only where check finds nothing any more.
    for command in ("check", "cases"):
        done = workshop.interview(command, "--accept")
        assert done.returncode == 0, done.stdout
    return workshop


@pytest.mark.slow
def test_the_tests_of_the_content_pass_with_no_python_touched(product):
    share = () if AUDIT else ("--share", "96")
    done = product.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "content", *share)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.skipif(not AUDIT, reason="proofs take minutes; set NEXT_STEPS_AUDIT")
def test_the_safety_claims_hold_of_everybody_after_the_changes(product):
    done = product.interview("prove")
    assert done.returncode == 0, done.stdout
