"""Every step fits the answers: what a held person cannot do, a case that is not there, a date."""

import datetime
import re

import pytest
from people import people
from summary_parts import deeds, flag, section

from interview.content import Text
from interview.languages.language import Tongue
from interview.summary import lawyer_sheet

TODAY = datetime.date(2026, 11, 29)
IN_2015 = datetime.date(2015, 3, 18)
VOICES = ("self", "client")
COUNT = 250
# What only a free person can do. A lawyer may be said to come or to bring: these begin a sentence,
# or follow a "you", "they" or "do not".
FREE_DEED = re.compile(
    r"(?:^|[.:?] |\b(?:you|they|and|not|should|must) )"
    r"(?:not )?(bring|carry|travel|go|visit|buy|cross|leave copies"
    r"|keep .{1,30} with (?:you|them))\b",
    re.IGNORECASE,
)
# These tell of what is so, or of what others do.
TOLD = (
    "moved fast",
    "They can ask the lawyer who should come",
    "go into hiding",
    "do not go there yourself",
    "Nobody who fears immigration should go",
    "Do not call or go to the office alone",
    "Find one who can go to the person",
    "Ask the lawyer who should go",
)


def told_to_do(summary):
    """What the page tells a person to do: the steps, what not to do, and what stands at flags."""
    for name, what in summary.do_now:
        yield f"{name} {what}"
    yield from summary.do_not
    for part in summary.sections:
        if part.id in ("detention", "flags", "today", "deadlines", "notes", "find_lawyer"):
            yield from (*part.bullets, *part.closing)
            for card in part.cards:
                # A reason tells of the law; what to do comes after it.
                yield from card.paragraphs[1:]


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("as_of", [IN_2015, TODAY], ids=str)
def test_nobody_who_is_held_is_told_what_only_a_free_person_can_do(
    screening, reader, summarizer, voice, as_of
):
    found = set()
    for written in people(COUNT, 12, as_of):
        answers, _ = reader.read_all({**written, "detained": "yes"})
        summary = summarizer.build(screening.screen(answers, as_of), Tongue("en", voice, {}))
        for text in told_to_do(summary):
            found |= {
                sentence
                for sentence in re.split(r"(?<=[.?!]) ", text)
                if FREE_DEED.search(sentence) and not any(known in sentence for known in TOLD)
            }
    assert found == set()


def test_every_flag_has_words_for_a_held_person(content, screening, result):
    held = result(detained="yes")
    for one in content.flags:
        own = [words for words in one.where if screening.holds(words.applies, held)]
        shared = [words for words in content.flag_words if screening.holds(words.applies, held)]
        assert one.own_words or any(words.do for words in (*own, *shared)), one.id


@pytest.mark.parametrize(
    ("case", "told"),
    [("no_case", 0), ("final_order", 0), ("nta_received", 1), ("in_proceedings", 1), ("unsure", 1)],
)
@pytest.mark.parametrize(
    "lane",
    [{"any_conviction": "yes", "any_arrest": "yes"}, {"open_charge": "yes", "any_arrest": "yes"}],
)
def test_only_who_has_a_case_or_may_have_one_is_told_to_go_to_hearings(
    content, screening, result, lane, case, told
):
    found = result(case_stage=case, **lane)
    steps = next(one for one in content.wording.lanes if one.id == found.lane).steps
    said = [
        step.name.to_self
        for step in steps
        if step.applies is None or screening.holds(step.applies, found)
    ]
    assert found.lane in ("red", "orange")
    assert sum("hearing" in name for name in said) == told


def test_to_find_the_date_comes_before_to_go(build):
    said = deeds(build(case_stage="in_proceedings"))
    assert said == [
        "See a lawyer within days.",
        "Find the next court date.",
        "Make a plan for the day officers come.",
    ]


@pytest.mark.parametrize("voice", VOICES)
def test_three_reasons_are_named_at_the_top_and_every_one_has_its_title(
    screening, reader, summarizer, content, voice
):
    names = {one.id: one.name for one in content.flags}
    most = 0
    for written in people(COUNT, 13, TODAY):
        answers, _ = reader.read_all(written)
        found = screening.screen(answers, TODAY)
        tongue = Tongue("en", voice, {})
        summary = summarizer.build(found, tongue)
        assert "…" not in summary.why
        if raised := found.raised():
            titles = [card.title for card in section(summary, "flags").cards]
            assert sorted(titles) == sorted(tongue.say(names[one].on(TODAY)) for one in raised)
            first = min(
                (found.urgencies[one] for one in raised), key=("now", "soon", "before").index
            )
            same = [tongue.say(names[o].on(TODAY)) for o in raised if found.urgencies[o] == first]
            assert [name in summary.why for name in same[:3]] == [True] * len(same[:3])
            assert (f"({len(same) - 3})" in summary.why) == (len(same) > 3)
            most = max(most, len(same))
    assert most > 3


@pytest.mark.parametrize(
    ("ended", "told"),
    [
        ("2025-06-20", "DACA ended: June 20, 2025."),
        ("2025-06", "DACA ended: June 2025."),
        ("2024", "DACA ended: 2024."),
    ],
)
def test_whose_daca_ended_more_than_a_year_ago_is_told_so_with_the_date(build, ended, told):
    card = flag(build(daca_history="expired", daca_expiry_date=ended), "daca_ending")
    assert card.paragraphs[0].startswith(told)
    assert "a new request counts as a first one" in card.paragraphs[0]
    assert "if and when you can renew" not in card.paragraphs[1]


@pytest.mark.parametrize("ended", ["2026-06-20", "2025-12", "2025", "unsure"])
def test_whose_daca_may_have_ended_within_a_year_is_told_of_renewal(build, ended):
    card = flag(build(daca_history="expired", daca_expiry_date=ended), "daca_ending")
    assert "later renewal is still taken" in card.paragraphs[0]
    assert "{date}" not in " ".join(card.paragraphs)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("citizen", "These programs are not for a U.S. citizen."),
        ("lpr", "They are not for a person with a green card."),
    ],
)
def test_a_citizen_or_a_green_card_holder_is_not_walked_through_the_programs(build, status, said):
    part = section(build(immigration_status=status), "programs")
    assert said in part.paragraphs[0]
    assert part.cards == ()
    # Their statuses and results are one tap away.
    assert [card.id for card in part.more_cards][:3] == ["daca", "expanded_daca", "dapa"]
    assert section(build(), "programs").cards != ()


@pytest.mark.parametrize("stage", ["no_case", "nta_received", "in_proceedings"])
def test_to_leave_is_offered_to_nobody_who_is_or_may_be_a_citizen(result, stage):
    departures = {"early_voluntary_departure", "no_opposition_departure"}
    for citizen in ({"immigration_status": "citizen"}, {"possible_citizen": "yes"}):
        assert departures.isdisjoint(result(case_stage=stage, **citizen).options)
    assert not departures.isdisjoint(result(case_stage=stage).options)


# ---------------------------------------------------------------- what only an advocate uses


def test_points_for_advocates_stand_with_a_helper_and_on_the_sheet_and_on_no_persons_page(
    build, result, screening
):
    assert section(build(), "advocates") is None
    helper = {card.id for card in section(build("client"), "advocates").cards}
    sheet = lawyer_sheet(screening, result(), Tongue("en", "self", {}))
    assert helper and helper == {point.id for point in sheet.sources.points}


def test_each_point_is_for_somebody_and_not_said_before_its_day(content, screening, reader):
    waiting = {point.id for point in content.advocates.points}
    for written in people(3_000, 14, TODAY):
        answers, _ = reader.read_all(written)
        found = screening.screen(answers, TODAY)
        for point in content.advocates.points:
            if point.applies is None or screening.holds(point.applies, found):
                waiting.discard(point.id)
    assert waiting == set()
    begins = {
        point.id: point.text.since
        for point in content.advocates.points
        if point.text and point.text.since
    }
    for point in content.advocates.points:
        if point.id in begins:
            assert isinstance(point.text, Text)
            assert point.text.on(begins[point.id] - datetime.timedelta(days=1)) is None


def test_how_sure_a_source_is_is_said_to_advocates_only(build, result, screening, content):
    labels = content.wording.labels
    unsure = (labels.one_source.to_self, labels.unread.to_self)

    def sources(summary):
        return " ".join(card.source for part in summary.sections for card in part.cards)

    held = {"detained": "yes", "held_in": "TX", "case_stage": "final_order"}
    assert not any(text in sources(build(**held)) for text in unsure)
    assert labels.one_source.to_self in sources(build("client", **held))
    sheet = lawyer_sheet(screening, result(**held), Tongue("en", "self", {}))
    assert labels.one_source.to_self in " ".join(one.source for one in sheet.sources.sources)


def test_the_conditions_of_words_for_some_are_never_yes_of_everybody_and_nobody(
    content, screening, reader
):
    """Words that would be said to all, or to none, are a mistake."""
    found = [
        screening.screen(reader.read_all(written)[0], TODAY) for written in people(2_000, 15, TODAY)
    ]
    words = [
        *(words for one in content.flags for words in one.where),
        *content.flag_words,
        *content.wording.not_for_them,
        *(one for step in (*content.request.steps, *content.escalation.steps) for one in step.also),
        *(one for stage in content.options.stages for o in stage.options for one in o.also),
    ]
    for one in words:
        told = sum(screening.holds(one.applies, result) for result in found)
        assert 0 < told < len(found), one
