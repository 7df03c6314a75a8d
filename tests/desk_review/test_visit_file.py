"""The visit as a file: `interview screen` reads it back, and nothing of the event is in it."""

import datetime
import json

import pytest
from people import people

from interview.cli.main import main
from interview.desk.sign_off import SignOff, sign_off_form, visit_json, visit_text

TODAY = datetime.date(2026, 11, 30)
ONE_PAGE = 54
SIGNED = SignOff(
    outcome="brief_advice", agreed="agree", agreement="signed", hand_over=("next_steps",),
    second_look="court",
)  # fmt: skip


def screened(runner, tmp_path, text):
    path = tmp_path / "visit.json"
    path.write_text(text, encoding="utf-8")
    found = runner.invoke(main, ["screen", str(path), "--format", "json"])
    assert found.exit_code == 0, found.output
    return json.loads(found.stdout)


@pytest.mark.parametrize("signed", [SIGNED, None], ids=["signed", "not signed"])
def test_screening_it_again_gives_the_same_result(
    runner, tmp_path, reader, somebody, people27, signed
):
    crowd = [somebody(written, TODAY) for written in people(3, 103, TODAY)]
    for one in (*people27[::9], *crowd):
        text = visit_json(reader, one.answers, one.result, signed)
        again = screened(runner, tmp_path, text)
        assert again == one.result.to_dict() == json.loads(text)["result"]


def test_every_visit_reads_back_as_the_same_answers(reader, somebody, people27):
    crowd = [somebody(written, TODAY) for written in people(300, 107, TODAY)]
    for one in (*people27, *crowd):
        written = json.loads(visit_json(reader, one.answers, one.result, SIGNED))
        facts = {name: given for name, given in written.items() if name in reader.questions}
        assert reader.read_all(facts) == (one.answers, [])


def test_nothing_of_the_event_is_in_it(reader, people27):
    one = people27[0]
    written = json.loads(visit_json(reader, one.answers, one.result, SIGNED))
    assert set(written) - set(reader.questions) == {"as_of", "result", "sign_off"}
    assert set(written["sign_off"]) == set(SignOff.__dataclass_fields__)


def test_a_result_that_somebody_wrote_by_hand_is_still_no_fact(runner, tmp_path):
    path = tmp_path / "visit.json"
    path.write_text('{"detained": "no", "result": "fine"}', encoding="utf-8")
    found = runner.invoke(main, ["screen", str(path)])
    assert found.exit_code == 2
    assert "result" in found.output


def test_the_text_says_what_was_signed_and_then_the_next_steps(
    content, screening, people27, tongue
):
    words = content.desk.sign_off
    for one in people27:
        form = sign_off_form(screening, one.result, tongue)
        text = visit_text(screening, one.result, tongue, form, SIGNED)
        signed = f"{form.outcome.title}: {tongue.say(words.outcomes[1].label)}"
        assert signed in text.splitlines()
        assert text.startswith(tongue.say(content.interview.name))
        assert len(text.splitlines()) <= ONE_PAGE
        unsigned = visit_text(screening, one.result, tongue, form, None)
        assert signed not in unsigned
