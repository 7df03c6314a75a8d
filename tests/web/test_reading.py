"""Ten minutes, not an hour: what a person has to read before the end, counted page by page."""

from pathlib import Path
from statistics import median

import pytest
import yaml
from in_view import words_in_view
from people_of_cases import people_of
from spoken import COMPLETE
from visitor import ASK, Visitor

from interview.loading import QUESTIONS

BUDGETS = yaml.safe_load((Path(__file__).parents[1] / "data/reading.yaml").read_text())
CASES = ("twelve_people_today", "people_of_today")
PEOPLE = {
    name: [one["answers"] for one in people_of(QUESTIONS / "cases" / f"{name}.yaml")]
    for name in CASES
}
PEOPLE["all"] = [person for name in CASES for person in PEOPLE[name]]


@pytest.fixture(scope="module")
def read(app):
    """The words of the question pages and of the check, person by person."""
    found = {}

    def walk(language, number):
        if (language, number) not in found:
            visitor = Visitor(app.test_client())
            visitor.interview(PEOPLE["all"][number], language)
            # A page that asks back is no further question.
            pages = {a: page for a, page in reversed(visitor.seen) if a.startswith(f"{ASK}/")}
            words = [words_in_view(page) for page in pages.values()]
            found[language, number] = words, words_in_view(visitor.page)
        return found[language, number]

    return walk


def test_the_people_are_twelve_and_twenty_seven():
    assert (len(PEOPLE["twelve_people_today"]), len(PEOPLE["all"])) == (12, 27)


@pytest.mark.parametrize("language", COMPLETE)
@pytest.mark.parametrize(
    "name", ["twelve_people_today", pytest.param("all", marks=pytest.mark.audit)]
)
def test_the_questions_are_read_in_a_few_minutes(read, name, language):
    budget = BUDGETS[language]
    walked = [read(language, number) for number in range(len(PEOPLE[name]))]
    pages = [words for words, _ in walked]
    every = [count for words in pages for count in words]
    got = {
        "all_pages": median(map(sum, pages)),
        "page": median(every),
        "page_most": max(every),
        "check": median(check for _, check in walked),
    }
    assert {what: got[what] for what in got if got[what] > budget[what]} == {}, got
    assert median(map(len, pages)) <= BUDGETS["pages"]


def test_words_are_counted_as_they_are_seen():
    class Page:
        html = """<body>Not here<main><h1>Two words</h1><p hidden>No</p><select><option>No</option>
            </select><details><summary>Help here</summary><p>Not this</p></details>
            <p>And <b>this</b></p></main></body>"""

    assert words_in_view(Page) == 6
