"""A helper types in what somebody marked on the blank interview: a part a page, by its numbers."""

import re
from urllib.parse import urlencode

import pytest
from answers import LONGEST, QUIET
from paper_reader import PaperReader
from partial_people import stopped
from spoken import LANGUAGES
from test_whole_parts import past_break_outs, result_of
from visitor import AS_OF, CHECK, DATE_FIELD, Visitor, site_of
from werkzeug.datastructures import MultiDict

from interview.paper.blank import leads

# A page a part; what does not fit together can bring one or two back.
AT_MOST = 8
ZIPPED = {"Accept-Encoding": "gzip"}
NUMBER = re.compile(r'<b class="number">(\d+)</b>')


@pytest.fixture(scope="module")
def marked(site):
    """What a person marks on paper: nothing where no arrow and no line leads."""
    reader = PaperReader(site.path.questions, leads(site.path), AS_OF)

    def marked(answers):
        read, refused = site.reader.read_all(answers)
        assert refused == []
        asked = reader.walk(
            {question.id: read.get(question.id) for question in site.path.questions}
        )
        return {fact: answers.get(fact) for fact in asked}

    return marked


def from_paper(visitor, language="en"):
    visitor.start(language, "client")
    visitor.press([*visitor.page.kept(), ("compact", "1")])
    visitor.press([*visitor.page.kept(), ("paper", "1")])
    return visitor


def fact_of(name):
    found = DATE_FIELD.fullmatch(name)
    return found[1] if found else name


def typed(visitor, marks):
    """What is typed of a part: what is marked on paper, and nothing else."""
    return [pair for pair in visitor.fill(marks) if fact_of(pair[0]) in marks]


def type_in(visitor, marks):
    """Type in all parts, and again what is asked back; end at the check."""
    for _ in range(AT_MOST):
        if visitor.address == CHECK:
            return
        facts = set(visitor.page.fields)
        past_break_outs(visitor, typed(visitor, marks))
        if set(visitor.page.fields) == facts:
            # Something was odd and asked back: the same answers again.
            assert visitor.page.is_wrong
            past_break_outs(visitor, typed(visitor, marks))
    assert visitor.address == CHECK


# Thirty times ten people; two of the thirty every day.
PAPERS = [(language, seed) for language in LANGUAGES for seed in range(30 // len(LANGUAGES))]


@pytest.mark.sampled(30)
@pytest.mark.parametrize(("language", "seed"), PAPERS)
def test_three_hundred_papers_typed_in_come_to_what_the_web_comes_to(
    app, site, marked, language, seed
):
    seed += 100 * LANGUAGES.index(language)
    for number, (_, whole) in enumerate(stopped(site.content, 10, seed, AS_OF)):
        person = whole | {"answering_for": "client"}
        one_by_one, typing = Visitor(app.test_client()), Visitor(app.test_client())
        one_by_one.next_steps(person, language)
        type_in(from_paper(typing, language), marked(person))
        assert result_of(typing) == result_of(one_by_one), number


def test_every_question_has_the_number_that_it_has_on_paper(app, site, marked):
    visitor, found = from_paper(Visitor(app.test_client())), []
    while visitor.address != CHECK:
        facts = list(dict.fromkeys(map(fact_of, visitor.page.fields)))
        found += zip(map(int, NUMBER.findall(visitor.page.html)), facts, strict=True)
        past_break_outs(visitor, typed(visitor, marked(QUIET)))
    # Who answers is asked at the start.
    order = [(number, question.id) for number, question in enumerate(site.path.questions, 1)]
    assert found == order[1:]


def test_what_was_not_asked_may_stay_blank_and_what_was_asked_may_not(visitor, site):
    """Of the first part: nothing is missing behind "no case"; what hangs on "held" is not asked."""
    from_paper(visitor)
    on_page = {fact_of(name) for name in visitor.page.fields}
    said = {"in_us_now": "yes", "removal_date_set": "no", "case_stage": "no_case"}
    visitor.press(list(said.items()))
    wrong = {tag["href"] for tag in visitor.page.links if tag["href"].startswith("#q")}
    always = {q.id for q in site.path.questions if q.asked_if is None}
    left = (on_page & always) - said.keys()
    assert {link.partition("-")[0] for link in wrong} == {f"#q{site.numbers[q]}" for q in left}


def test_a_date_that_cannot_be_is_asked_again_only_where_it_is_asked(app, marked):
    visitor = from_paper(Visitor(app.test_client()))
    past_break_outs(visitor, typed(visitor, marked(QUIET)))
    trip = [("long_trip_return_date-day", "31"), ("long_trip_return_date-month", "2")]
    posted = [*typed(visitor, marked(QUIET)), *trip, ("long_trip_return_date-year", "2010")]
    visitor.press(posted)
    assert not visitor.page.is_wrong and "education" in visitor.page.fields
    visitor.press([("back", "1")])
    asked = [pair for pair in posted if pair[0] != "early_trips"] + [("early_trips", "long")]
    visitor.press(asked)
    assert visitor.page.is_wrong and "long_trip_return_date-year" in visitor.page.fields


def test_only_a_helper_with_a_whole_part_types_in_and_a_new_visit_begins_without(visitor):
    visitor.start(voice="self")
    visitor.press([*visitor.page.kept(), ("compact", "1"), ("paper", "1")])
    assert not NUMBER.findall(visitor.page.html)
    from_paper(visitor)
    assert NUMBER.findall(visitor.page.html)
    visitor.start(voice="client")
    visitor.press([*visitor.page.kept(), ("compact", "1")])
    assert not NUMBER.findall(visitor.page.html)


@pytest.mark.parametrize("both", [False, True])
def test_every_page_has_the_size_of_the_compact_way_and_every_post_one_length(app, marked, both):
    sizes, longest = set(), site_of(app).post_length(is_compact=True)
    for language in LANGUAGES:
        for person in [QUIET, LONGEST, {}]:
            visitor = from_paper(Visitor(app.test_client()), language)
            if both:
                visitor.show_both()
            while visitor.address != CHECK:
                sizes.add(len(visitor.client.get("/q", headers=ZIPPED).data))
                fields = MultiDict(visitor.page.coded(typed(visitor, marked(person))))
                fields.update(visitor.page.hidden)
                assert len(urlencode(list(fields.items(multi=True)))) + len("&pad=") < longest
                facts = set(visitor.page.fields)
                past_break_outs(visitor, typed(visitor, marked(person)))
                if set(visitor.page.fields) == facts:
                    past_break_outs(visitor, typed(visitor, marked(person)))
    assert len(sizes) == 1
