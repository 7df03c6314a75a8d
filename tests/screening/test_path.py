"""The questions that apply, in order; what is off the path is ignored and never forgotten."""

import datetime

import pytest

TODAY = datetime.date(2015, 6, 15)


@pytest.fixture
def asked(screening, reader):
    """Return the ids of the questions on the path of someone with these answers."""

    def asked(**written):
        answers, refused = reader.read_all(written)
        assert refused == []
        path = screening.path
        return [question.id for question in path.asked(path.lay_out(answers, TODAY))]

    return asked


@pytest.fixture
def result(screening, reader):
    """Return the whole result of someone with these answers."""

    def result(**written):
        return screening.screen(reader.read_all(written)[0], TODAY).to_dict()

    return result


CONVICTED = {"any_arrest": "yes", "any_conviction": "yes"}


@pytest.mark.parametrize(
    ("fact", "asking", "skipping"),
    [
        ("hearing_soon", {"case_stage": "nta_received"}, {"case_stage": "no_case"}),
        ("caught_at_entry", {"last_entry_manner": "without_inspection"},
         {"last_entry_manner": "inspected"}),
        ("long_trip_return_date", {"early_trips": "long"}, {"early_trips": "brief"}),
        ("in_us_since_2014_01_01", {"last_entry_manner": "without_inspection"},
         {"last_entry_manner": "inspected"}),
        ("lawful_status_2012_06_15", {"immigration_status": "overstayed"},
         {"immigration_status": "none"}),
        ("lawful_status_2014_11_20", {"immigration_status": "tps"}, {"immigration_status": "none"}),
        ("daca_expiry_date", {"daca_history": "current"}, {"daca_history": "terminated"}),
        ("open_charge", {"any_arrest": "yes"}, {"any_arrest": "no"}),
        ("theft_or_assault_arrest", {"any_arrest": "yes"}, {"any_arrest": "no"}),
        ("any_conviction", {"any_arrest": "yes"}, {"any_arrest": "no"}),
        ("felony_label", CONVICTED, {"any_arrest": "no"}),
        ("felony_label", CONVICTED, {"any_arrest": "yes", "any_conviction": "no"}),
        ("aggravated_felony", CONVICTED, {"any_conviction": "no"}),
        ("three_on_separate_dates", CONVICTED | {"misdemeanors": "three_or_more"},
         CONVICTED | {"misdemeanors": "one_or_two"}),
        ("abuse_victim_too", CONVICTED | {"significant_offenses": ["domestic_violence"]},
         CONVICTED | {"significant_offenses": ["dui"]}),
        ("gang_conviction", CONVICTED, {"any_arrest": "no"}),
        ("visa_abuse", {"immigration_status": "visa"}, {"immigration_status": "none"}),
        ("removal_order_date", {"case_stage": "final_order"}, {"case_stage": "in_proceedings"}),
        ("reentered_after_order", {"case_stage": "final_order", "left_after_order": "yes"},
         {"case_stage": "final_order", "left_after_order": "no"}),
        ("parent_neglect", {"birth_date": "1994-06-16"}, {"birth_date": "1994-06-15"}),
        ("request_agency", {"request": "pending"}, {"request": "granted"}),
        ("request_level", {"request": "denied"}, {"request": "pending"}),
    ],
)  # fmt: skip
def test_a_question_is_asked_where_it_applies_and_skipped_where_it_does_not(
    asked, fact, asking, skipping
):
    assert fact in asked(**asking)
    assert fact not in asked(**skipping)


def test_a_question_is_skipped_only_on_a_definite_no(content, asked):
    everything = [question.id for question in content.questions]
    assert asked() == everything
    assert asked(any_arrest="unsure", case_stage="unsure", birth_date="unsure") == everything


@pytest.mark.parametrize(
    "answers",
    [
        {"significant_offenses": ["dui", "unsure"]},
        {"birth_date": "1994"},
        {"birth_date": "1994-06"},
        {"case_stage": "final_order", "left_after_order": "unsure"},
    ],
    ids=str,
)
def test_half_an_answer_skips_nothing_that_it_leaves_open(asked, answers):
    open_questions = {"abuse_victim_too", "parent_neglect", "reentered_after_order"}
    assert open_questions <= set(asked(**answers))


@pytest.mark.parametrize(
    ("changed_to", "stale"),
    [
        ({"any_arrest": "no"},
         {"any_conviction": "yes", "felony_label": "yes", "open_charge": "yes"}),
        ({"case_stage": "no_case"}, {"removal_order_date": "2014-05-01", "hearing_soon": "yes"}),
        ({"case_stage": "final_order", "left_after_order": "no"}, {"reentered_after_order": "yes"}),
        ({"immigration_status": "none"}, {"visa_abuse": "yes", "lawful_status_2012_06_15": "yes"}),
        ({"last_entry_manner": "inspected"}, {"caught_at_entry": "yes"}),
        ({"request": "not_made"}, {"request_level": "headquarters", "request_agency": "ice"}),
        ({"daca_history": "never"}, {"daca_expiry_date": "2015-07-01"}),
        ({"birth_date": "1970-01-01"}, {"parent_neglect": "yes"}),
    ],
    ids=str,
)  # fmt: skip
def test_a_changed_early_answer_never_leaves_a_stale_later_one_in_the_result(
    result, changed_to, stale
):
    assert result(**changed_to, **stale) == result(**changed_to)


def test_a_stale_answer_keeps_nobody_on_a_branch_that_hangs_on_it(asked):
    """any_conviction is kept, but no longer asked: what follows from it is not asked either."""
    assert "felony_label" not in asked(any_arrest="no", any_conviction="yes")


def test_returning_to_a_branch_brings_the_kept_answers_back(result):
    kept = {"any_conviction": "yes", "felony_label": "yes", "status_crimes_only": "no",
            "cleared_or_juvenile_only": "no", "some_cleared": "no"}  # fmt: skip
    before = result(any_arrest="yes", **kept)
    away = result(any_arrest="no", **kept)
    again = result(any_arrest="yes", **kept)
    assert (before["priority"]["grounds"], away["priority"]["grounds"]) == (["1d"], [])
    assert again == before


def test_a_row_has_one_place_for_each_name_of_the_layout(screening):
    laid_out = screening.path.lay_out({}, TODAY)
    assert len(laid_out.row) == len(screening.path.layout)
    assert sorted(screening.path.layout.values()) == list(range(len(laid_out.row)))


def test_an_answer_is_known_only_where_its_question_is_on_the_path(screening):
    written = {"detained": "yes", "case_stage": "no_case", "hearing_soon": "yes"}
    laid_out = screening.path.lay_out(written, TODAY)
    facts = ("detained", "case_stage", "hearing_soon", "state")
    assert [laid_out.is_asked(fact) for fact in facts] == [True, True, False, True]
    assert [laid_out.answer(fact) for fact in facts] == ["yes", "no_case", None, None]


def test_what_was_concluded_of_a_ground_is_no_answer(content, screening):
    result = screening.screen({}, TODAY)
    grounds = [f"ground {ground.id}" for ground in content.priorities.grounds]
    assert [result.answers.answer(ground) for ground in grounds] == [None] * len(grounds)


def test_answers_are_the_same_where_all_that_is_on_the_path_is(screening):
    def laid_out(**answers):
        return screening.path.lay_out(answers, TODAY)

    settled = laid_out(case_stage="no_case")
    assert settled == laid_out(case_stage="no_case", hearing_soon="yes")
    assert settled != laid_out(case_stage="final_order")
    assert settled != settled.row


# ---------------------------------------------------------------- pages


def test_every_question_stands_on_one_page_in_the_order_of_asking(content, screening):
    on_pages = [question.id for page in screening.path.pages for question in page]
    assert on_pages == [question.id for question in content.questions]


def test_only_neighbours_that_name_the_same_page_share_it(screening):
    named = [{question.page for question in page} for page in screening.path.pages]
    assert all(len(names) == 1 for names in named)
    assert all(names != {None} for names, page in zip(named, screening.path.pages, strict=True)
               if len(page) > 1)  # fmt: skip


def test_a_page_goes_away_with_all_of_its_questions_and_the_others_keep_their_numbers(screening):
    path = screening.path
    number = {page[0].id: n for n, page in enumerate(path.pages, start=1)}
    nobody = path.lay_out({"case_stage": "no_case", "last_entry_manner": "inspected"}, TODAY)
    shown = {n: [question.id for question in page] for n, page in path.asked_pages(nobody)}
    assert number["hearing_soon"] not in shown
    assert shown[number["caught_at_entry"]] == ["caught_earlier"]
    assert shown[number["birth_date"]] == ["birth_date", "state"]


def test_a_page_is_found_by_its_number_and_a_number_without_a_page_has_none(screening):
    path = screening.path
    everything = path.lay_out_asked({}, TODAY)
    numbers = range(-1, len(path.pages) + 3)
    found = [path.asked_page(number, everything) for number in numbers]
    assert found == [(), (), *path.pages, (), ()]


def test_of_a_page_only_the_questions_on_the_path_are_asked(screening):
    path = screening.path
    nobody = path.lay_out_asked({"case_stage": "no_case", "last_entry_manner": "inspected"}, TODAY)
    shown = dict(path.asked_pages(nobody))
    expected = [
        tuple(question for question in page if nobody.is_asked(question.id)) for page in path.pages
    ]
    numbered = [path.asked_page(number, nobody) for number in range(1, len(path.pages) + 1)]
    assert numbered == expected
    assert shown == {number: page for number, page in enumerate(expected, start=1) if page}
