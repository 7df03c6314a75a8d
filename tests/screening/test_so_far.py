"""A result before the end, sentence by sentence of the spec's section 9."""

import datetime

import pytest
from audited import so_many
from partial_people import UNSURE, scattered, stopped

pytestmark = pytest.mark.slow

DATES = (datetime.date(2015, 6, 15), datetime.date(2026, 11, 23))
TODAY = DATES[1]


@pytest.fixture(scope="module")
def so_far(screening, reader):
    """Screen what was answered so far: what is blank or absent is not reached."""

    def so_far(written, as_of=TODAY):
        answers, refused = reader.read_all(written)
        assert refused == []
        return screening.screen(answers, as_of, reader.reached(written))

    return so_far


@pytest.fixture(scope="module")
def at_the_end(screening, reader):
    def at_the_end(written, as_of=TODAY):
        return screening.screen(reader.read_all(written)[0], as_of)

    return at_the_end


def flags(result, *urgencies):
    return {flag for flag in result.raised() if result.urgencies[flag] in urgencies}


def before_the_end(content, count, seed):
    return [
        (said, as_of)
        for as_of in DATES
        for said in (*(said for said, _ in stopped(content, count, seed, as_of)),
                     *scattered(content, count, seed, as_of))
    ]  # fmt: skip


# ------------------------------------------------------------------- what can be said, and not


def test_facts_not_reached_are_unknown_and_are_not_not_sure(so_far, content):
    nothing = so_far({})
    assert (nothing.raised(), nothing.missing, nothing.lane) == ((), (), "yellow")
    assert nothing.to_dict()["so_far"] is True
    everything = [q.id for q in content.questions]
    assert sorted(nothing.not_reached) == sorted(everything)


def test_not_sure_and_case_unknown_are_raised_only_by_a_reached_unsure(so_far):
    assert so_far({"detained": "no"}).raised() == ()
    assert so_far({"removal_date_set": UNSURE}).raised() == ("case_unknown",)
    assert so_far({"case_stage": UNSURE}).raised() == ("case_unknown", "not_sure")
    assert so_far({"late_trips": UNSURE}).raised() == ("not_sure",)
    assert so_far({"immigration_history": [UNSURE]}).raised() == ("not_sure",)


@pytest.mark.parametrize("blank", [None, "", " "])
def test_blank_is_not_reached_and_an_explicit_unsure_is(so_far, blank):
    assert "case_stage" in so_far({"case_stage": blank}).not_reached
    assert "case_stage" not in so_far({"case_stage": UNSURE}).not_reached


def test_first_daca_is_never_raised_before_the_end(so_far, at_the_end, content):
    held_back = 0
    for said, as_of in before_the_end(content, so_many(100, 250), seed=901):
        result = so_far(said, as_of)
        if result.is_so_far:
            assert "first_daca" not in result.raised()
            held_back += "first_daca" in at_the_end(said, as_of).raised()
    assert held_back > 0


@pytest.mark.parametrize(
    ("answers", "flag"),
    [
        ({"theft_or_assault_arrest": "yes"}, "theft_arrest"),
        ({"travel_planned": "yes"}, "travel_planned"),
        ({"last_entry_manner": "paroled"}, "parole"),
    ],
)
def test_a_status_not_known_counts_only_once_it_is_reached(so_far, answers, flag):
    assert flag not in so_far(answers).raised()
    assert flag in so_far(answers | {"immigration_status": UNSURE}).raised()


def test_a_cautious_flag_waits_while_an_answer_to_come_could_leave_it_unraised(so_far):
    entered = {"last_entry_date": "2026-03", "last_entry_manner": "without_inspection"}
    here = {"in_us_now": "yes", "immigration_status": "none"}
    assert "recent_entry" not in so_far(entered).raised()
    assert "recent_entry" in so_far(entered | here).raised()
    doubtful = {**here, **entered, "last_entry_manner": UNSURE}
    assert "two_year_proof" not in so_far(doubtful).not_reached
    assert "recent_entry" in so_far(doubtful).raised()
    waiting = {**here, "last_entry_date": "2024", "last_entry_manner": "without_inspection"}
    assert "two_year_proof" in so_far(waiting).not_reached
    assert "recent_entry" not in so_far(waiting).raised()
    assert "recent_entry" in so_far(waiting | {"two_year_proof": "no"}).raised()
    afraid = {"fears_return": "yes", **here, "last_entry_date": "2026-03"}
    assert "asylum_year" not in so_far(afraid).raised()
    assert "asylum_year" in so_far(afraid | {"pending_relief": []}).raised()


def test_a_result_before_the_end_is_never_blue_and_lists_what_is_not_reached(so_far, content):
    for said, as_of in before_the_end(content, so_many(100, 250), seed=902):
        result = so_far(said, as_of)
        plain = result.to_dict()
        assert ("so_far" in plain) == ("not_reached" in plain) == bool(result.not_reached)
        assert result.lane != "blue" or not result.is_so_far
        assert not set(result.not_reached) & set(result.missing)
        assert all(said.get(fact) is None for fact in result.not_reached)


def test_with_nothing_left_to_reach_it_is_the_end(so_far, at_the_end, content):
    for as_of in DATES:
        for _, whole in stopped(content, 300, 903, as_of):
            assert so_far(whole, as_of) == at_the_end(whole, as_of)


def test_reaching_further_questions_never_takes_away_a_flag_of_now_or_soon(so_far, content):
    """A flag of before may go, and does: the second assertion shows that this looks at people."""
    order = [question.id for question in content.questions]
    gained = 0
    for as_of in DATES:
        for said, whole in stopped(content, 250, 904, as_of):
            before = flags(so_far(said, as_of), "now", "soon")
            further = {fact: whole[fact] for fact in order[: len(said) + 7]}
            for later in (further, whole):
                after = flags(so_far(later, as_of), "now", "soon")
                assert before <= after, (said, later)
                gained += len(after) > len(before)
    assert gained > 50


# --------------------------------------------------------------------------- the order of asking


def test_what_is_most_urgent_is_asked_before_the_police_part(content, screening):
    page_of = {q.id: n for n, page in enumerate(screening.path.pages) for q in page}
    order = {question.id: n for n, question in enumerate(content.questions)}
    police = min(page_of[question.id] for question in content.parts["police"].questions)
    early = ("fears_return", "possible_citizen", "pending_relief", "immigration_history",
             "immigration_status")  # fmt: skip
    assert all(page_of[fact] < police for fact in early)
    last = max(page_of["fears_return"], page_of["last_entry_date"])
    assert page_of["pending_relief"] <= last
    assert page_of["last_entry_manner"] == page_of["last_entry_date"]
    after_entry = sorted(f for f in order if page_of[f] == page_of["last_entry_manner"] + 1)
    assert "two_year_proof" in after_entry
    assert order["immigration_status"] < order["theft_or_assault_arrest"]


# ----------------------------------------------------------------------- unsure is not punished


def test_only_follow_ups_that_raise_a_flag_of_now_by_themselves_are_asked_in_doubt(screening):
    """Found from the rules; with the rules of today they are the three that the spec names."""
    assert screening.path.urgent == {"hearing_soon", "open_charge", "theft_or_assault_arrest"}


@pytest.fixture(scope="module")
def walked(screening, reader):
    """The questions that somebody is asked page after page, and what they answer."""

    def walked(whole, as_of=TODAY):
        said, pages = {}, 0
        while True:
            laid_out = screening.path.lay_out_asked(reader.read_all(said)[0], as_of)
            asked = (page for _, page in screening.path.asked_pages(laid_out))
            page = next((p for p in asked if any(q.id not in said for q in p)), None)
            if page is None:
                return said, pages
            said |= {question.id: whole[question.id] for question in page}
            pages += 1

    return walked


def unsure_of_everything(content):
    return {q.id: UNSURE if q.unsure else q.value_ids[0] for q in content.questions}


def test_whoever_is_unsure_of_everything_meets_no_question_that_presupposes(walked, content):
    said, pages = walked(unsure_of_everything(content))
    assert {"removal_order_date", "felony_label", "any_conviction"} & said.keys() == set()
    assert {"hearing_soon", "open_charge", "theft_or_assault_arrest"} <= said.keys()
    # A copy of the questions may ask a little more.
    assert pages <= 31


def test_unsure_opens_no_page_more_than_the_shortest_known_answer_but_for_what_is_urgent(
    walked, content, screening
):
    page_of = {q.id: n for n, page in enumerate(screening.path.pages) for q in page}
    urgent = {page_of[fact] for fact in screening.path.urgent}

    def seen(whole):
        return {page_of[fact] for fact in walked(whole)[0]} - urgent

    for question in content.questions:
        if not question.unsure or question.type == "date":
            continue
        others = unsure_of_everything(content)
        values = [[], *([v] for v in question.value_ids)] if question.type == "choices" else (
            question.value_ids
        )  # fmt: skip
        shortest = min(len(seen(others | {question.id: value})) for value in values)
        assert len(seen(others)) <= shortest, question.id


def test_what_is_passed_over_counts_as_if_it_had_been_answered_unsure(
    walked, so_far, at_the_end, content
):
    passed_over = 0
    for as_of in DATES:
        for _, whole in stopped(content, 400, 905, as_of):
            said, _ = walked(whole, as_of)
            result = so_far(said, as_of)
            skipped = {q.id: UNSURE for q in content.questions if q.id not in said and q.unsure}
            assert not result.is_so_far
            assert result == at_the_end(said | skipped, as_of), whole
            passed_over += any(result.answers.is_asked(fact) for fact in skipped)
    assert passed_over > 100


def test_an_answer_that_was_kept_to_what_is_passed_over_by_now_does_not_count(screening, reader):
    kept = {"case_stage": "final_order", "removal_order_date": "2014-05-01"}
    away = reader.read_all(kept | {"case_stage": UNSURE})[0]
    assert screening.path.lay_out_asked(away, TODAY).answer("removal_order_date") is None
    back = screening.path.lay_out_asked(reader.read_all(kept)[0], TODAY)
    assert back.answer("removal_order_date") == reader.read("removal_order_date", "2014-05-01")
