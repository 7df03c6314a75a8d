"""The evidence checklist: what somebody should gather, all of it and nothing else."""

import copy
import datetime
import re
from dataclasses import replace

import pytest
from people import QUIET, people

from interview.content import GoodFactor
from interview.languages import read_languages, tongue_of
from interview.loading import QUESTIONS, TRANSLATIONS, read, with_changed_file
from interview.paper import KINDS, NoPaper, Order
from interview.paper.checklist import blank_parts, own_parts
from interview.paper.checklist.printed import grid_years
from interview.rules import conditions
from interview.summary import to_gather

TODAY = datetime.date(2026, 11, 30)
LISTED = read_languages(TRANSLATIONS)
ENGLISH, SPANISH = (tongue_of(TRANSLATIONS, LISTED, code, "self") for code in ("en", "es"))
CROWD = 300
ENGLISH_WORDS = re.compile(r"\b(the|and|with|your|lawyer|answers?|because|before|ask|weeks)\b")


@pytest.fixture(scope="module")
def order(screening, reader):
    """An order for somebody's list: order(written, tongue); blank without answers."""

    def order(written=None, tongue=ENGLISH, as_of=TODAY):
        if written is None:
            return Order(screening, tongue, as_of)
        answers, _ = reader.read_all(written)
        return Order(screening, tongue, as_of, screening.screen(answers, as_of))

    return order


@pytest.fixture(scope="module")
def crowd(order):
    return [order(written) for written in people(CROWD, 16, TODAY)]


@pytest.fixture(scope="module")
def questions_folder():
    return read(QUESTIONS)


def papers_of(parts, *kinds):
    """Each item's kind and id with the words of its papers; of some kinds only."""
    return [
        (group.kind, group.id, [row.paper for row in group.rows])
        for part in parts
        for group in part.groups
        if not kinds or group.kind in kinds
    ]


def shown(factor):
    return "factor", factor.id, [paper.text.to_self for paper in factor.evidence]


def with_a_list(crowd):
    for one in crowd:
        try:
            yield one, own_parts(one)
        except NoPaper:
            continue


# ---------------------------------------------------------------- whose list has what


def test_every_good_factor_has_its_papers_and_nobody_has_those_of_another(content, crowd):
    for one, parts in with_a_list(crowd):
        wanted = [shown(f) for f in content.factors.positive if f.id in one.result.positive]
        assert papers_of(parts, "factor") == wanted


def test_an_answer_stands_once_says_how_to_find_it_and_is_on_the_persons_path(content, crowd):
    questions = {question.id: question for question in content.questions}
    for one, parts in with_a_list(crowd):
        asked = {q.id for q in one.screening.path.answered(one.result.answers)}
        found = papers_of(parts, "answer")
        ids = [id for _, id, _ in found]
        assert len(set(ids)) == len(ids)
        assert set(ids) <= asked
        assert found == [("answer", id, [questions[id].find_out.to_self]) for id in ids]


def test_a_no_is_on_nobodys_list_but_where_the_content_says_so(content, crowd):
    also_if_no = {one.id for one in content.papers.checklist.answers if one.also_if_no}
    for one, parts in with_a_list(crowd):
        ids = {id for _, id, _ in papers_of(parts, "answer")}
        assert {id for id in ids if one.result.answers.answer(id) == "no"} <= also_if_no


def test_every_date_that_runs_is_told_with_its_papers(content, crowd):
    deadlines = {deadline.id: deadline for deadline in content.deadlines}
    for one, parts in with_a_list(crowd):
        told = " ".join(line for part in parts for line in part.lines)
        listed = {id for _, id, _ in papers_of(parts, "answer")}
        for found in one.result.deadlines:
            deadline = deadlines[found.id]
            assert listed.issuperset(conditions.term_facts(deadline.date))
            assert (f"**{deadline.name.to_self}.**" in told) is not deadline.sheet_only


def test_papers_that_would_take_a_flag_back_are_on_the_list_where_there_are_none_yet(
    order, content
):
    """Somebody with a family here came in last year, and has no papers of two years."""
    written = {**QUIET, "first_arrival_date": "2025-06-10", "last_entry_date": "2025-06-10",
               "two_year_proof": "no", "family": ["child_citizen_lpr"]}  # fmt: skip
    one = order(written)
    [unless] = {flag.cautious_unless for flag in content.flags
                if flag.cautious_unless and flag.id in one.result.raised()}  # fmt: skip
    wanted = set(conditions.facts(unless))
    assert wanted
    assert wanted <= {id for _, id, _ in papers_of(own_parts(one), "answer")}


def test_a_program_that_may_fit_is_named_with_how_it_stands_and_no_other(content, crowd):
    for one, parts in with_a_list(crowd):
        lines = [line for part in parts for line in part.lines]
        for program, found in one.result.programs.items():
            status = content.programs[program].name.to_self + ", "
            is_named = any(line.startswith(status) for line in lines)
            assert is_named == (found != "does_not_match")


def test_there_is_a_list_exactly_where_there_is_a_factor_a_path_or_a_date(content, crowd):
    words = content.papers.checklist.nothing.to_self
    empty = 0
    for one in crowd:
        result = one.result
        paths = [found for found in result.programs.values() if found != "does_not_match"]
        if result.positive or result.deadlines or paths:
            assert own_parts(one)
            continue
        empty += 1
        with pytest.raises(NoPaper) as nothing:
            own_parts(one)
        assert str(nothing.value) == words
    assert empty < CROWD / 2


def test_somebody_with_nothing_to_gather_is_told_so_kindly(order, content):
    # Came of age, a few years here, once arrested: no factor, no path, no date.
    nobody = order({**QUIET, "first_arrival_date": "2020-05-01", "last_entry_date": "2020-05-01",
                    "any_arrest": "yes"})  # fmt: skip
    for tongue in (ENGLISH, SPANISH):
        with pytest.raises(NoPaper) as nothing:
            KINDS["checklist"].make[".pdf"](replace(nobody, tongue=tongue))
        assert str(nothing.value) == tongue.say(content.papers.checklist.nothing)


# ---------------------------------------------------------------- the blank list


def test_the_blank_list_has_every_item_once(order, content):
    found = papers_of(blank_parts(order()))
    questions = {question.id: question for question in content.questions}
    listed = {one.id for one in content.papers.checklist.answers}
    wanted = [("answer", q, [questions[q].find_out.to_self]) for q in questions if q in listed]
    assert found == wanted + [shown(factor) for factor in content.factors.positive]


def test_what_is_on_somebodys_list_is_on_the_blank_one(order, crowd):
    blank = papers_of(blank_parts(order()))
    for _, parts in with_a_list(crowd):
        assert [item for item in papers_of(parts) if item not in blank] == []


def test_a_deadline_and_an_open_path_hang_on_answers_that_papers_show(content):
    listed = {one.id for one in content.papers.checklist.answers}
    for deadline in content.deadlines:
        assert listed.issuperset(conditions.term_facts(deadline.date))


def test_every_paper_says_from_whom_and_about_how_long_without_a_number(content, order):
    used = {one.kind for one in content.papers.checklist.answers}
    for factor in content.factors.positive:
        used |= {paper.kind for paper in factor.evidence}
    assert used == {kind.id for kind in content.papers.checklist.kinds}
    for part in blank_parts(order()):
        for group in part.groups:
            for row in group.rows:
                assert row.from_whom and row.how_long
                assert not re.search(r"\d", row.from_whom + row.how_long)


def test_a_paper_without_a_kind_is_one_to_ask_a_lawyer_about(order, content):
    plain, rest = content.factors.positive[0], content.factors.positive[1:]
    evidence = plain.evidence[0].model_copy(update={"kind": None})
    factor = plain.model_copy(update={"evidence": (evidence,)})
    factors = content.factors.model_copy(update={"positive": (factor, *rest)})
    one = order()
    screening = type(one.screening)(replace(content, factors=factors))
    groups = {
        g.id: g for part in blank_parts(replace(one, screening=screening)) for g in part.groups
    }
    [row] = groups[plain.id].rows
    words = content.papers.checklist
    assert (row.from_whom, row.how_long) == (words.from_anybody.to_self, words.no_time.to_self)


# ---------------------------------------------------------------- as the files write it

WRITTEN = {
    "alone": ("A letter", None, "A letter"),
    "with its kind": ({"kind": "letters", "text": "A letter"}, "letters", "A letter"),
    "in two voices": ({"self": "Your letter", "client": "Their letter"}, None, "Your letter"),
    "dated": ([{"text": "A letter"}, {"from": "2025-01-20", "text": "Two letters"}], None,
              "Two letters"),
    "dated, with its kind": (
        {"kind": "letters", "text": [{"text": "A letter"}, {"from": "2025-01-20", "text": "Two"}]},
        "letters", "Two"),
}  # fmt: skip


@pytest.mark.parametrize("way", WRITTEN)
def test_a_paper_of_a_factor_is_written_alone_or_with_its_kind(way):
    written, kind, said = WRITTEN[way]
    factor = GoodFactor.model_validate({
        "id": "one", "condition": "detained is yes", "name": "One", "plain": "One.",
        "evidence": [written], "source": [{"tool": "made up"}],
    })  # fmt: skip
    [paper] = factor.evidence
    assert (paper.kind, paper.text.on(TODAY).to_self) == (kind, said)


BROKEN = {
    "an answer of no kind": ("papers/checklist", ("answers", 0, "kind"), "lettres"),
    "an answer nobody asks for": ("papers/checklist", ("answers", 0, "id"), "detaned"),
    "a factor's paper of no kind": (
        "discretion/factors", ("positive", 0, "evidence", 0, "kind"), "lettres"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_kind_or_a_question_that_does_not_exist_is_no_content(questions_folder, mistake):
    name, (*way, last), wrong = BROKEN[mistake]
    data = copy.deepcopy(questions_folder.documents[name].data)
    assert with_changed_file(questions_folder, name, data) is not None
    part = data
    for step in way:
        part = part[step]
    part[last] = wrong
    assert with_changed_file(questions_folder, name, data) is None


# ---------------------------------------------------------------- the years


YEARS = {
    "from the arrival": ("2010-03-02", 2010, 2026),
    "a year and no day": ("1998", 1998, 2026),
    "this year": ("2026-02", 2026, 2026),
    "still ahead": ("2027-02", 2026, 2026),
    "not known": ("unsure", 2002, 2026),
}


@pytest.mark.parametrize("person", YEARS)
def test_the_years_go_from_the_arrival_to_the_day(order, person):
    arrival, first, last = YEARS[person]
    found = grid_years(
        order({**QUIET, "first_arrival_date": arrival, "family": ["parent_citizen_lpr"]})
    )
    assert found == list(range(first, last + 1))


def test_a_blank_grid_has_the_last_years(order, content):
    years = content.papers.checklist.grid.years_if_blank
    assert grid_years(order()) == list(range(TODAY.year - years + 1, TODAY.year + 1))


DAYS = [datetime.date(2011, 5, 5), datetime.date(2015, 3, 18), datetime.date(2030, 1, 1)]


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_on_any_day_a_list_names_only_programs_that_were_told_of_by_then(content, order, as_of):
    assert blank_parts(order(as_of=as_of))
    for one, parts in with_a_list(order(w, as_of=as_of) for w in people(40, 17, as_of)):
        lines = " ".join(line for part in parts for line in part.lines)
        for name, program in content.programs.items():
            if name not in one.result.programs:
                assert f"{program.name.on(as_of).to_self}, " not in lines


# ---------------------------------------------------------------- words


def said(parts):
    for part in parts:
        yield part.title
        yield from part.lines
        for group in part.groups:
            yield group.name
            for row in group.rows:
                yield from (row.paper, row.from_whom, row.how_long)


def test_a_spanish_list_has_no_english_left(order, crowd):
    lists = [blank_parts(order(tongue=SPANISH))]
    lists += [parts for _, parts in with_a_list(replace(one, tongue=SPANISH) for one in crowd)]
    for text in {text for parts in lists for text in said(parts)}:
        own = re.sub(r"\*\*([^*]+)\*\*", r"\1", text)
        assert not ENGLISH_WORDS.search(re.sub(r"\*[^*]+\*", "", own)), text


def test_both_languages_have_the_same_items(crowd):
    for one, parts in with_a_list(crowd):
        spanish = own_parts(replace(one, tongue=SPANISH))
        assert [item[:2] for item in papers_of(parts)] == [item[:2] for item in papers_of(spanish)]


def test_a_list_speaks_one_language_at_a_time(order):
    with pytest.raises(NoPaper):
        KINDS["checklist"].make[".pdf"](replace(order(), beside=SPANISH))


def test_what_to_gather_is_the_same_whoever_answers(crowd):
    for one in crowd[:60]:
        helper = replace(one.tongue, voice="client")
        own, other = (to_gather(one.screening, one.result, t) for t in (one.tongue, helper))
        assert replace(own, days=()) == replace(other, days=())
