"""The papers of the desk: pages, sizes, pictures that a camera reads, practice, and words."""

import datetime
import io
import re
import subprocess

import pytest

from interview.desk.papers import (
    DeskOrder,
    PrintedCard,
    Proof,
    plan_b_pdf,
    proof_pdf,
    role_cards_pdf,
    role_sheet_pdf,
    spare_tickets_pdf,
    wall_pdf,
)
from interview.languages import without_marks
from interview.loading import QUESTIONS
from interview.loading.documents import read_file
from interview.paper import KINDS, Order

pdfua = pytest.importorskip("pdfua")
pikepdf = pytest.importorskip("pikepdf")
pytest.importorskip("typst")

CODE = "DESK234567ABCDEFGHIJKLMNOPQRSTUV"
WORDS = ("camino", "luna", "puente", "arroz")
CLOSED = datetime.datetime(2026, 11, 30, 16, 5)
ROLES = ("coordinator", "door", "helper", "reviewer", "student", "exit")
SIZES = {"us-letter": (612, 792), "a4": (595, 842)}
FORBIDDEN = {
    "en": ("qualif", "eligib", "safe", "illegal", "alien", "destroy", "shred everything"),
    "es": ("calific", "elegib", "segur", "ilegal", "extranjer", "destru"),
}


def cards(order, count=9):
    made = [PrintedCard(ROLES[n % 6], n // 6 + 1, WORDS, CODE) for n in range(count)]
    return role_cards_pdf(order, made)


def tickets(order, count=25):
    return spare_tickets_pdf(order, [(100 + n, "luna") for n in range(count)])


def proof(order):
    tables = (("event", 1, "-"), ("ticket", 0, "-"))
    return proof_pdf(order, Proof(CLOSED, tables, (("35", "35"),)))


def wall(order):
    return wall_pdf(order, [order.tongue])


PAPERS = {
    "cards": (cards, 2),
    "tickets": (tickets, 2),
    "proof": (proof, 1),
    "wall": (wall, 1),
    "plan_b": (plan_b_pdf, 1),
    **{role: (lambda order, role=role: role_sheet_pdf(order, role), 1) for role in ROLES},
}


@pytest.fixture(scope="module")
def made(content, tongues):
    """Each paper once: made(paper, language, size, is_practice)."""
    seen = {}

    def made(paper, language="en", size="us-letter", is_practice=False):
        key = (paper, language, size, is_practice)
        if key not in seen:
            seen[key] = PAPERS[paper][0](DeskOrder(content, tongues[language], size, is_practice))
        return seen[key]

    return made


def text_of(pdf):
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True)
    return " ".join(done.stdout.decode().split())


def on(pages):
    return " ".join(without_marks(pages).split())


# ---------------------------------------------------------------- every paper


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_has_its_pages_its_size_and_nothing_that_a_checker_finds(
    made, tmp_path, paper, language, size
):
    pdf = made(paper, language, size)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == PAPERS[paper][1]
        for page in opened.pages:
            assert [round(float(side)) for side in page.mediabox[2:]] == list(SIZES[size])
        assert opened.Root.Lang == language
        assert {str(name) for name in opened.docinfo} <= {"/Title", "/Creator"}
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    assert [finding.message for finding in pdfua.validate(str(file)).findings] == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", PAPERS)
def test_no_paper_says_what_nobody_says_here(made, paper, language):
    said = text_of(made(paper, language)).lower().replace("no estoy seguro", "")
    assert [word for word in FORBIDDEN[language] if word in said] == []
    assert not re.search(r"\d{3}[-. ]\d{4}", said)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", PAPERS)
def test_practice_stands_on_each_page_of_practice_and_on_no_other(
    made, content, tongues, paper, language
):
    mark = tongues[language].say(content.desk.printed.practice).upper()
    with pikepdf.open(io.BytesIO(made(paper, language, is_practice=True))) as opened:
        assert len(opened.pages) == PAPERS[paper][1]
    # At the foot of each page, and once in the text; what stands slanted behind it reads in bits.
    on_each = PAPERS[paper][1] + 1
    assert text_of(made(paper, language, is_practice=True)).count(mark) == on_each
    assert mark not in text_of(made(paper, language))


def test_a_paper_is_the_same_each_time(content, tongues):
    order = DeskOrder(content, tongues["en"])
    assert proof(order) == proof(order)


def test_the_other_papers_take_the_mark_of_practice_too(screening, content, tongues):
    mark = DeskOrder(content, tongues["en"], is_practice=True).mark
    order = Order(screening, tongues["en"], CLOSED.date(), mark=mark)
    assert mark.upper() in text_of(KINDS["checklist"].make[".pdf"](order))


# ---------------------------------------------------------------- one by one


def test_each_card_has_its_role_its_words_and_a_picture_that_a_camera_reads(made):
    zxingcpp = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    pdf = made("cards")
    said = text_of(pdf)
    assert said.count("camino") == said.count("arroz") == 9
    assert ("Coordinator 1" in said, "Coordinator 2" in said) == (True, True)
    png = subprocess.run(
        ["pdftoppm", "-r", "150", "-gray", "-png", "-f", "1", "-l", "1", "-"],
        input=pdf, capture_output=True, check=True,
    ).stdout  # fmt: skip
    read = zxingcpp.read_barcodes(image.open(io.BytesIO(png)))
    assert [code.text for code in read] == [CODE] * 8


def test_each_spare_ticket_has_its_number_and_its_word(made):
    said = text_of(made("tickets"))
    assert re.findall(r"(\d{3}) · luna", said) == [str(100 + n) for n in range(25)]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_sheet_says_everything_of_its_role(made, content, tongue, role):
    sheet = next(one for one in content.desk.role_sheets.roles if one.id == role)
    said = re.sub(r"\W", "", text_of(made(role, tongue.language)))
    everybody = content.desk.role_sheets.everybody
    for line in (sheet.what_for, *sheet.do, *sheet.law, *everybody):
        assert re.sub(r"\W", "", tongue.say(line)) in said
    # Beside each other, these two are cut into lines: their first words are there.
    for line in (*sheet.never_say, *sheet.say):
        assert re.sub(r"\W", "", tongue.say(line)[:14]) in said


def test_every_role_with_a_card_has_a_sheet(content):
    carded = {role.id for role in content.desk.rights.roles if role.has_card}
    assert {sheet.id for sheet in content.desk.role_sheets.roles} == carded == set(ROLES)


def test_the_wall_tells_the_rule_in_both_languages_on_one_page(content, tongues):
    pdf = wall_pdf(DeskOrder(content, tongues["en"]), list(tongues.values()))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1
    said, minutes = text_of(pdf), max(content.desk.queue.worth.values())
    for tongue in tongues.values():
        for line in content.desk.printed.wall.lines:
            assert on(tongue.say(line).format(count=minutes)) in said


def test_the_proof_shows_the_time_each_list_and_each_count(content, tongues):
    tables = (("event", 1, "The plan"), ("ticket", 0, "Numbers"))
    counts = (("People", "35"), ("Red", "1 to 4"))
    said = text_of(proof_pdf(DeskOrder(content, tongues["en"]), Proof(CLOSED, tables, counts)))
    assert "November 30, 2026, 16:05" in said
    for row in ("event 1 The plan", "ticket 0 Numbers", "People 35", "Red 1 to 4"):
        assert row in said
    assert on(content.desk.printed.proof.sign.to_self) in said


def test_a_proof_without_counts_says_why(content, tongue):
    said = text_of(proof_pdf(DeskOrder(content, tongue), Proof(CLOSED, (("event", 1, "-"),))))
    assert on(tongue.say(content.desk.printed.proof.no_tallies)) in said


def test_plan_b_tells_nobody_to_destroy_or_hide_anything(content, tongues):
    """What the banned words cannot say: each verb of it stands only behind a no."""
    agents = next(case for case in content.desk.printed.plan_b.cases if case.id == "agents")
    for language, verbs, negation in (
        ("en", r"\b(hide|throw out|delete|burn|lie|run)\b", r"\bnot\b"),
        ("es", r"\b(esconda|tire|borre|queme|mienta|corra)\b", r"\bno\b"),
    ):
        said = " ".join(tongues[language].say(line) for line in agents.lines).lower()
        for sentence in re.split(r"(?<=[.])\s", said):
            if re.search(verbs, sentence):
                assert re.search(negation, sentence), sentence


# ---------------------------------------------------------------- words of the whole desk

OURS = ("review", "sign_off", "role_sheets", "printed")


@pytest.mark.parametrize("name", OURS)
def test_no_box_for_text_and_no_phone_number_stands_in_the_words(name):
    written = str(read_file(QUESTIONS / "desk" / f"{name}.yaml", name).data)
    assert not re.search(r"\d{3}[-. ]\d{4}|@|www|http", written)
