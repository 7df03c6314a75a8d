"""The seal: only keys of the last hours with the browser's half open it; its length is one."""

import pytest
from answers import LONGEST, QUIET
from hypothesis import given
from hypothesis import strategies as st
from visitor import Visitor, made, site_of, visits_of

from interview.rules import dates
from interview.web import Settings, SettingsError, create_app, secrets_from
from interview.web.visit.keys import ForgettingKeys, LastingKeys
from interview.web.visit.sealing import HALF_BYTES, Broken, Sealer, new_half, read_bytes
from interview.web.visit.visit import TAGS_KEPT, Draft, Visit
from interview.web.visit.writing import LONGEST_TYPED, NoVisit, VisitWriter

OLD, NEW = "o" * 32, "n" * 32
NOW, KEPT = 500_000, 3
HALF, OTHER_HALF = bytes(HALF_BYTES), bytes([1] * HALF_BYTES)
BOTH_WAYS = [lambda: ForgettingKeys(NOW, KEPT), lambda: LastingKeys([NEW], KEPT)]


@pytest.fixture(params=BOTH_WAYS, ids=["keys that forget", "a lasting secret"])
def keys(request):
    return request.param()


@pytest.fixture
def sealer(keys):
    return Sealer(keys, "a visit", 100)


def test_what_was_sealed_opens_again_for_some_hours_and_then_never(sealer):
    token = sealer.seal(b"answers", HALF, NOW)
    for later in range(KEPT + 1):
        assert sealer.open(token, HALF, NOW + later) == b"answers"
    for too_late in (KEPT + 1, 100, 500_000):
        with pytest.raises(Broken):
            sealer.open(token, HALF, NOW + too_late)


def test_a_key_that_was_forgotten_is_nowhere_any_more():
    keys = ForgettingKeys(NOW, KEPT)
    [first] = keys.of(NOW, NOW)
    keys.of(NOW + KEPT + 1, NOW + KEPT + 1)
    assert first not in vars(keys).values()
    # Nor does a clock that steps back bring it again.
    assert keys.of(NOW, NOW) == []


def test_processes_with_one_secret_open_each_others_also_where_their_hours_differ_a_little():
    token = Sealer(LastingKeys([NEW], KEPT), "a visit", 100).seal(b"answers", HALF, NOW + 1)
    assert Sealer(LastingKeys([NEW], KEPT), "a visit", 100).open(token, HALF, NOW) == b"answers"


def test_without_the_half_that_the_browser_keeps_nobody_opens_it(sealer):
    token = sealer.seal(b"answers", HALF, NOW)
    for half in (OTHER_HALF, b"", HALF[:-1]):
        with pytest.raises(Broken):
            sealer.open(token, half, NOW)


def test_a_changed_token_is_broken(sealer):
    token = sealer.seal(b"answers", HALF, NOW)
    for place in range(0, len(token) - 1, 7):
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        with pytest.raises(Broken):
            sealer.open(changed, HALF, NOW)


def test_a_cut_or_senseless_or_huge_token_is_broken(sealer):
    token = sealer.seal(b"answers", HALF, NOW)
    senseless = (token[:-1], token[4:], "", "x", "é" * len(token), "A" * 100_000, "+" * len(token))
    for text in (*senseless, "A" * len(token), sealer.junk()):
        with pytest.raises(Broken):
            sealer.open(text, HALF, NOW)


def test_a_new_secret_first_still_opens_what_the_old_one_sealed():
    old, both, new = (
        Sealer(LastingKeys(secrets, KEPT), "a visit", 100) for secrets in ([OLD], [NEW, OLD], [NEW])
    )
    token = old.seal(b"answers", HALF, NOW)
    assert both.open(token, HALF, NOW) == b"answers"
    with pytest.raises(Broken):
        new.open(token, HALF, NOW)


def test_what_was_sealed_for_another_purpose_is_broken(keys, sealer):
    token = Sealer(keys, "alive", 100).seal(b"answers", HALF, NOW)
    with pytest.raises(Broken):
        sealer.open(token, HALF, NOW)


def test_every_token_has_one_length_and_what_does_not_fit_is_a_fault(sealer):
    lengths = {len(sealer.seal(bytes(size), HALF, NOW)) for size in range(101)}
    assert lengths == {sealer.token_length, len(sealer.junk())}
    with pytest.raises(ValueError, match="does not fit"):
        sealer.seal(bytes(101), HALF, NOW)


# ---------------------------------------------------------------- visits


@pytest.fixture(scope="module")
def writer(app):
    return VisitWriter(site_of(app))


def longest_answers(content):
    """An answer to every question, on the path or not."""
    answers = {}
    for question in content.questions:
        values = [value.id for value in question.values]
        answers[question.id] = {
            "yes_no": None,
            "choice": (values or [None])[-1],
            "choices": frozenset([*values, "unsure"]),
            "date": dates.parse("2001-11" if question.precision == "month" else "2001-11-29"),
            "state": "TX",
        }[question.type]
    return answers


def longest_draft(app, number):
    """Everything ticked and every box full on a page."""
    pairs = []
    for question in site_of(app).path.pages[number - 1]:
        codes = site_of(app).forms.codes[question.id].values()
        if question.type == "date":
            pairs += [(f"{question.id}-{box}", "\U0001f4a5" * LONGEST_TYPED)
                      for box in ("day", "month", "year", "unsure")
                      if box != "day" or question.precision == "day"]  # fmt: skip
        else:
            # Of all but these a form has one, and another one is refused.
            many = codes if question.type == "choices" else list(codes)[:1]
            pairs += [(question.id, code) for code in many]
    return Draft(number, tuple(pairs), is_wrong=True)


def everything(app, number):
    content = site_of(app).content
    return Visit(
        half=HALF,
        born=2**40,
        used=2**40,
        answers=longest_answers(content),
        asked_back=frozenset(oddity.id for oddity in content.oddities),
        at=number,
        step=0xFFFF,
        tags=tuple(bytes([n] * 3) for n in range(TAGS_KEPT)),
        drafts=(longest_draft(app, number),),
        has_fork=True,
    )


def test_the_longest_visit_with_the_longest_draft_of_any_page_fits_into_the_one_size(app, writer):
    for number in range(1, len(site_of(app).path.pages) + 1):
        visit = everything(app, number)
        assert len(writer.write(visit)) <= writer.longest
        assert writer.read(writer.write(visit), HALF) == visit


def test_the_cookie_of_a_visit_is_at_most_800_bytes(app):
    assert visits_of(app).sealer.token_length <= 800


def test_a_visit_is_read_as_it_was_written(writer):
    for visit in (Visit(half=HALF), Visit(half=HALF, answers={"detained": "yes"}).stepped(5)):
        assert writer.read(writer.write(visit), HALF) == visit


@given(st.binary(max_size=200))
def test_bytes_that_nobody_of_us_wrote_are_no_visit_or_one_that_can_be_shown(app, plain):
    writer = visits_of(app).writer
    try:
        visit = writer.read(plain, HALF)
    except NoVisit:
        return
    assert isinstance(visit, Visit)


@pytest.mark.parametrize("answers", [{}, QUIET, LONGEST])
def test_no_answer_and_no_mistake_shows_in_the_length_of_a_cookie(app, answers):
    visitor = Visitor(app.test_client())
    lengths = set()
    visitor.start()
    for _ in range(12):
        lengths.add(tuple(len(visitor.cookies[name]) for name in ("visit", "half", "alive", "say")))
        visitor.press([("nothing", "")] if len(lengths) > 5 else [])
        lengths.add(tuple(len(visitor.cookies[name]) for name in ("visit", "half", "alive", "say")))
        visitor.open("/q")
        visitor.press(visitor.fill(answers))
    assert len(lengths) == 1


# ---------------------------------------------------------------- servers


def test_a_secret_of_the_environment_may_have_followers_but_must_be_long():
    assert secrets_from({"NEXT_STEPS_SECRET": f"{NEW}, {OLD}"}) == (NEW, OLD)
    assert secrets_from({}) == ()
    with pytest.raises(SettingsError, match="at least 32 characters"):
        secrets_from({"NEXT_STEPS_SECRET": "short"})


def test_two_servers_with_one_secret_share_a_visit_and_others_do_not():
    first, second, stranger, forgetful = (
        create_app(Settings(secrets=secrets)) for secrets in ((NEW,), (NEW,), (OLD,), ())
    )
    visitor = Visitor(first.test_client())
    visitor.start("es")
    for app, status in ((second, 200), (stranger, 410), (forgetful, 410)):
        client = app.test_client()
        for name, value in visitor.cookies.items():
            client.set_cookie(f"{name}-80", value)
        assert client.get("/q").status_code == status


@pytest.mark.parametrize("value", ["", "nonsense", "A" * 3_000, "é", "left.x"])
def test_a_broken_cookie_gets_a_kind_page_and_a_dead_cookie(app, value):
    client = app.test_client()
    client.set_cookie("visit-80", value)
    response = client.get("/q")
    if not value:
        assert response.headers["Location"] == "/"
        return
    assert response.status_code == 410
    assert "This visit has ended" in response.text
    assert client.get("/").status_code == 200


def test_an_expired_visit_says_so_in_its_own_language(visitor, later):
    visitor.start("es")
    later(2 * 3_600)
    page = visitor.open("/q")
    assert page.status == 410 and page.heading == "Esta visita terminó"


# ---------------------------------------------------------------- copies of the cookies


def copied(visitor):
    """Another browser with a copy of somebody's cookies."""
    copy = Visitor(visitor.client.application.test_client())
    for name, value in visitor.cookies.items():
        copy.client.set_cookie(f"{name}-80", value)
    return copy


def test_a_copy_of_the_cookies_is_dead_as_soon_as_the_person_leaves(visitor):
    visitor.interview(QUIET)
    copy = copied(visitor)
    assert copy.open("/steps").status == 200
    visitor.leave()
    assert copy.open("/steps").status == 410
    assert copy.client.get("/stay").status_code == 410


def test_a_copy_that_is_kept_alive_720_times_ends_when_the_visit_does(later):
    # An application of its own: keys that were forgotten do not come back with the clock.
    visitor = Visitor(made().test_client())
    visitor.interview(QUIET)
    copy = copied(visitor)
    met = []
    for number in range(720):
        later(number * 3_480)
        met.append(copy.client.get("/stay").status_code)
    assert met[:4] == [200, 200, 200, 200] and set(met[4:]) == {410}


def test_a_copy_of_the_sealed_half_alone_opens_with_no_key_of_the_server(visitor, app):
    visitor.interview(QUIET)
    visits, token = visits_of(app), visitor.cookie
    for half in (b"", OTHER_HALF, read_bytes(new_half())):
        with pytest.raises(Broken):
            visits.sealer.open(token, half, visits.clock.hour())


@pytest.mark.parametrize("seconds", [-300, 300, 56 * 365 * 86_400, -56 * 365 * 86_400])
@pytest.mark.parametrize("secrets", [(), (NEW,)], ids=["keys that forget", "a lasting secret"])
def test_a_clock_that_is_set_anew_ends_no_visit(monkeypatch, seconds, secrets):
    import time

    visitor = Visitor(made(secrets=secrets).test_client())
    visitor.interview(QUIET)
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + seconds)
    assert visitor.open("/steps").status == 200
    visitor.open("/q/2")
    assert visitor.page.status == 200
