"""A question knows the values that it takes, and what each is called."""

import pytest


@pytest.fixture
def question(content):
    return {question.id: question for question in content.questions}


@pytest.mark.parametrize(
    ("fact", "values"),
    [
        ("detained", ("yes", "no")),
        ("answering_for", ("self", "client")),
        ("birth_date", ()),
    ],
)
def test_a_question_takes_the_values_of_its_type(question, fact, values):
    assert question[fact].value_ids == values


def test_a_state_question_takes_every_state_and_lists_none_in_its_file(content, question):
    assert question["state"].value_ids == tuple(state.id for state in content.states.states)
    assert question["state"].values == ()


def test_yes_and_no_are_called_as_the_labels_say(content, question):
    labels = content.wording.labels
    assert [question["detained"].label(value) for value in ("yes", "no")] == [labels.yes, labels.no]


def test_a_state_is_called_by_its_name(question):
    assert question["state"].label("TX").to_self == "Texas"
