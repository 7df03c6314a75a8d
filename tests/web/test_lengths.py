"""Who watches the encrypted line sees lengths: they tell no answer."""

import gzip
import random
from collections import Counter, defaultdict
from pathlib import Path
from urllib.parse import urlencode

import pytest
from answers import LANES, LONGEST, MARKED, QUIET
from people import people
from spoken import LANGUAGES
from visitor import AS_OF, Visitor, finished, made, otherwise_no, site_of
from werkzeug.datastructures import MultiDict

HELD = {**QUIET, "detained": "yes", "held_in": "CA"}
ZIPPED = {"Accept-Encoding": "gzip, deflate, br"}
MOST = 4_096
EVERYONE = {"quiet": QUIET, "longest": LONGEST, "marked": MARKED, "unsure": {}, **LANES}


class Line:
    """A client whose requests and responses are weighed as they would be on the line."""

    def __init__(self, client, with_script):
        self.client, self.with_script = client, with_script
        self.application, self.weighed, self.page = client.application, [], None

    def get(self, address, headers=None):
        return self._weighed("GET", address, b"", self.client.get(address, headers=ZIPPED))

    def post(self, address, data=None, headers=None):
        fields = MultiDict(data)
        if self.with_script:
            wanted = site_of(self.application).post_length(is_compact=False)
            have = len(urlencode(list(fields.items(multi=True))))
            assert have + len("&pad=") < wanted
            fields["pad"] = "0" * (wanted - have - len("&pad="))
        body = urlencode(list(fields.items(multi=True))).encode()
        response = self.client.post(address, data=fields, headers=ZIPPED)
        return self._weighed("POST", address, body, response)

    def _weighed(self, method, address, body, response):
        head = len("".join(f"{k}: {v}\r\n" for k, v in response.headers if k != "Date"))
        said = (method, address, len(body), response.status_code, head, len(response.data))
        self.weighed.append(said)
        if response.headers.get("Content-Encoding") == "gzip":
            response.set_data(gzip.decompress(response.data))
        return response


def walked(app, answers, language="en", with_script=True):
    """Someone who went all the way; what was weighed on the line, and the facts of each post."""
    line = Line(app.test_client(), with_script)
    visitor = Visitor(line)
    visitor.next_steps(answers, language)
    return line.weighed


@pytest.mark.sampled(3)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", EVERYONE)
def test_with_script_every_post_and_every_page_of_a_kind_has_one_length(app, person, language):
    weighed = walked(app, EVERYONE[person], language)
    asked = [said for said in weighed if said[:2] == ("GET", "/q")]
    posted = [said for said in weighed if said[:2] == ("POST", "/q")]
    concluded = [said for said in weighed if said[1] == "/steps"]
    assert len(asked) > 20 and {said[5] for said in asked} == {MOST}
    assert len(set(asked)) == len(set(posted)) == len(set(concluded)) == 1


def test_all_people_in_all_languages_have_the_same_lengths(app):
    kinds = defaultdict(set)
    for language in LANGUAGES:
        for person in EVERYONE.values():
            for method, address, *lengths in walked(app, person, language)[3:]:
                kinds[method, address].add(tuple(lengths))
    assert {kind: len(found) for kind, found in kinds.items()} == dict.fromkeys(kinds, 1)


@pytest.mark.parametrize("file", ["six", "longest"])
def test_whoever_can_help_every_page_of_a_kind_has_one_length(file):
    """Who is shown follows from the answers: a length must not tell it."""
    contacts = Path(__file__).parents[1] / "data" / "contacts" / f"{file}.yaml"
    helped, kinds = made(contacts=contacts), defaultdict(set)
    for person in (QUIET, HELD):
        for language in LANGUAGES:
            for method, address, *lengths in walked(helped, person, language)[3:]:
                kinds[method, address].add(tuple(lengths))
    assert {kind: len(found) for kind, found in kinds.items()} == dict.fromkeys(kinds, 1)
    assert {lengths[-1] for lengths in kinds["GET", "/q"]} == {MOST}


def test_in_both_languages_every_page_of_questions_has_one_length_too(app):
    sizes = set()
    for person in (QUIET, MARKED):
        line = Line(app.test_client(), True)
        visitor = Visitor(line)
        visitor.start("es", person["answering_for"])
        visitor.show_both()
        line.weighed.clear()
        visitor.answer_all(person)
        sizes |= {said[5] for said in line.weighed if said[:2] == ("GET", "/q")}
    assert len(sizes) == 1


@pytest.mark.parametrize("pressed", [("back", "1"), ("language", "es"), ("both", "1"), None])
def test_every_press_has_an_answer_of_one_length_with_as_many_cookies(app, pressed):
    line = Line(app.test_client(), True)
    visitor = Visitor(line)
    visitor.interview(QUIET, until="/q/9")
    line.weighed.clear()
    visitor.press([pressed] if pressed else visitor.fill(QUIET))
    visitor.press([])
    posts = {said for said in line.weighed if said[0] == "POST"}
    assert len(posts) == 1


def test_a_mistake_and_a_refusal_have_the_length_of_any_question(app):
    line = Line(app.test_client(), True)
    visitor = Visitor(line)
    visitor.start()
    visitor.press([])
    assert visitor.page.is_wrong
    visitor.press([("language", "xx")])
    assert visitor.page.status == 400
    assert {said[5] for said in line.weighed if said[:2] == ("GET", "/q")} == {MOST}


def test_who_takes_no_gzip_gets_pages_of_one_length_too(app):
    for accepted in ({}, {"Accept-Encoding": "gzip;q=0"}, {"Accept-Encoding": "identity"}):
        visitor = Visitor(app.test_client(), headers=accepted)
        visitor.next_steps(MARKED, "es")
        sizes = {len(page.html.encode()) for address, page in visitor.seen
                 if address.startswith("/q/") or address == "/check"}  # fmt: skip
        assert len(sizes) == 1


def test_the_filling_stands_in_the_head_of_the_gzip_format_where_nothing_unpacks_it(app):
    client = app.test_client()
    visitor = Visitor(client)
    visitor.start()
    packed = client.get("/q", headers=ZIPPED).data
    flags, extra = packed[3], int.from_bytes(packed[10:12], "little")
    assert (packed[:3], flags, packed[12:14]) == (b"\x1f\x8b\x08", 4, b"NS")
    assert set(packed[16 : 12 + extra]) <= {0}
    assert gzip.decompress(packed).startswith(b"<!doctype html>")


@pytest.mark.sampled(2)
@pytest.mark.parametrize("person", [*LANES, "longest", "unsure"])
def test_the_sheet_for_a_lawyer_has_one_length_and_in_both_languages_another(app, person):
    visitor = finished(app, EVERYONE[person] and otherwise_no(app, EVERYONE[person]))
    visitor.open("/lawyer")
    sizes = []
    for pressed in (("language", "es"), ("language", "en"), ("both", "1")):
        visitor.press([pressed])
        sizes.append(len(visitor.client.get("/steps", headers=ZIPPED).data))
    assert sizes == [16_384, 16_384, 32_768]


# ---------------------------------------------------------------- a decoder


def walks_with_answers(app, with_script, count=40):
    """For each closed question: the lengths around its page, and what was answered there."""
    found = defaultdict(list)
    chance = random.Random(12)
    for number, made_up in enumerate(people(count, seed=4, as_of=AS_OF)):
        line = Line(app.test_client(), with_script)
        visitor = Visitor(line)
        visitor.begin(LANGUAGES[number % 2])
        answers = otherwise_no(app, made_up) if number % 2 else made_up
        answers = {**answers, "any_conviction": chance.choice(["yes", "no", "unsure"])}
        while visitor.address != "/check":
            page, before = visitor.page, len(line.weighed)
            posted = visitor.fill(answers)
            visitor.press(posted)
            names = {name for name, _ in posted}
            said = tuple(said[2:] for said in line.weighed[before : before + 2])
            if len(posted) == len(names) == 1 and page.codes:
                [(fact, value)] = posted
                found[fact].append((said, value))
    return found


def right(examples):
    """How many a decoder gets right that knows all lengths, and how many who always says one."""
    by_length = defaultdict(Counter)
    for lengths, value in examples:
        by_length[lengths][value] += 1
    decoded = sum(counted.most_common(1)[0][1] for counted in by_length.values())
    commonest = Counter(value for _, value in examples).most_common(1)[0][1]
    return decoded, commonest, len(examples)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("with_script", [True, False], ids=["with script", "without"])
def test_a_decoder_of_lengths_learns_nothing_of_a_question_with_one_answer(app, with_script):
    found = walks_with_answers(app, with_script)
    # Whom the made-up people are, and so how much they answer, hangs on the law of the day.
    assert len(found) > 20 and len({value for _, value in found["any_conviction"]}) >= 2
    for fact, examples in found.items():
        decoded, commonest, all_of_them = right(examples)
        assert decoded - commonest <= 0.02 * all_of_them, (fact, decoded, commonest, all_of_them)


def test_the_decoder_would_find_what_lengths_tell():
    """Without this, the test above would prove nothing: lengths as they were before."""
    was = {"yes": 1_359, "no": 1_358, "unsure": 1_362}
    examples = [((was[value],), value) for value in ["yes", "no", "unsure"] * 4]
    assert right(examples) == (12, 4, 12)
