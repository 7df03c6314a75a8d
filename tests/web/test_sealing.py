"""The seal: only our keys open it, for a time, for one purpose, and its length tells little."""

import random

import pytest
from spoken import LANGUAGES
from visitor import Visitor

from interview.web import Settings, SettingsError, create_app, secrets_from
from interview.web.visit.sealing import PADDED_TO, Broken, Expired, Sealer
from interview.web.visit.visit import NoVisit, Visit, VisitWriter

OLD, NEW = "o" * 32, "n" * 32
NOW, HOUR = 1_800_000_000, 3_600


@pytest.fixture
def sealer():
    return Sealer([NEW], "a visit", HOUR)


def test_what_was_sealed_opens_again(sealer):
    assert sealer.open(sealer.seal(b"answers", NOW), NOW + HOUR) == b"answers"


def test_a_changed_token_is_broken(sealer):
    token = sealer.seal(b"answers", NOW)
    for place in range(0, len(token), 7):
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        with pytest.raises(Broken):
            sealer.open(changed, NOW)


def test_a_cut_or_senseless_or_huge_token_is_broken(sealer):
    token = sealer.seal(b"answers", NOW)
    for text in (token[:-1], token[:40], token[4:], "", "x", "é", "A" * 100_000, "left." + token):
        with pytest.raises(Broken):
            sealer.open(text, NOW)


def test_a_token_replayed_after_its_time_is_expired_and_one_from_the_future_too(sealer):
    token = sealer.seal(b"answers", NOW)
    for now in (NOW + HOUR + 1, NOW - HOUR):
        with pytest.raises(Expired) as expired:
            sealer.open(token, now)
        assert expired.value.plain == b"answers"


def test_a_new_secret_first_still_opens_what_the_old_one_sealed(sealer):
    token = Sealer([OLD], "a visit", HOUR).seal(b"answers", NOW)
    assert Sealer([NEW, OLD], "a visit", HOUR).open(token, NOW) == b"answers"
    with pytest.raises(Broken):
        sealer.open(token, NOW)


def test_what_was_sealed_for_another_purpose_is_broken(sealer):
    token = Sealer([NEW], "hand-off", HOUR).seal(b"answers", NOW)
    with pytest.raises(Broken):
        sealer.open(token, NOW)


def test_the_length_of_a_token_tells_only_steps(sealer):
    # Random bytes: what can be packed small would have one length without any padding.
    noise = random.Random(1).randbytes(600)
    lengths = [len(sealer.seal(noise[:size], NOW)) for size in range(1, 600)]
    assert len(set(lengths[:240])) == 1
    assert len(set(lengths)) == 3
    assert PADDED_TO == 256


@pytest.fixture
def writer(content, reader):
    return VisitWriter(content, reader, LANGUAGES)


def _everything(content):
    """A visit with the longest answer to every question."""
    answers = {}
    for question in content.questions:
        values = [value.id for value in question.values]
        answers[question.id] = {
            "yes_no": "unsure",
            "choice": values[-1:] and values[-1],
            "choices": ";".join([*values, "unsure"]),
            "date": "2001-11-29",
            "state": "TX",
        }[question.type]
    return Visit(
        "es",
        answers=answers,
        asked_back=frozenset(("arrived_before_birth", "entered_before_birth")),
    )


def test_a_cookie_with_every_question_answered_is_at_most_1_kb(writer, content, sealer):
    assert len(sealer.seal(writer.write(_everything(content)), NOW)) <= 1_000


def test_a_visit_is_read_as_it_was_written(writer, content):
    for visit in (Visit("en"), _everything(content)):
        assert writer.read(writer.write(visit)) == visit


def test_an_answer_that_this_edition_does_not_take_is_dropped(writer):
    kept = Visit("en", answers={"detained": "yes", "state": "TX"})
    plain = writer.write(kept)
    strange = plain + b"\nzzzzyes\n" + plain.split(b"\n")[2][:4] + b"maybe"
    assert writer.read(strange) == kept


def test_another_version_is_no_visit(writer):
    with pytest.raises(NoVisit):
        writer.read(b"9en\n")


def test_a_secret_of_the_environment_may_have_followers_but_must_be_long():
    assert secrets_from({"NEXT_STEPS_SECRET": f"{NEW}, {OLD}"}) == (NEW, OLD)
    assert len(secrets_from({})) == 1 and len(secrets_from({})[0]) >= 32
    with pytest.raises(SettingsError, match="at least 32 characters"):
        secrets_from({"NEXT_STEPS_SECRET": "short"})


def test_two_servers_with_one_secret_share_a_visit_and_a_third_without_it_does_not():
    first, second, stranger = (
        create_app(Settings(secrets=(secret,))) for secret in (NEW, NEW, OLD)
    )
    visitor = Visitor(first.test_client())
    visitor.start("es")
    cookie = visitor.cookie
    for app, status in ((second, 200), (stranger, 410)):
        client = app.test_client()
        client.set_cookie("visit", cookie)
        assert client.get("/q/2").status_code == status


@pytest.mark.parametrize("value", ["", "nonsense", "A" * 3_000, "é", "left.x"])
def test_a_broken_cookie_gets_a_kind_page_and_a_dead_cookie(app, value):
    client = app.test_client()
    client.set_cookie("visit", value)
    response = client.get("/q/2")
    if not value:
        assert response.headers["Location"] == "/"
        return
    assert response.status_code == 410
    assert "This visit has ended" in response.text
    assert client.get("/").status_code == 200


def test_an_expired_visit_says_so_in_its_own_language(visitor, later):
    visitor.start("es")
    later(2 * HOUR)
    page = visitor.open("/q/2")
    assert page.status == 410 and page.heading == "Esta visita terminó"
