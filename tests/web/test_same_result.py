"""Made-up people typed into the pages get what the command line says, in both languages."""

import pytest
from audited import so_many
from people import people
from spoken import LANGUAGES


def shown(page):
    """The result that a page of next steps carries in its data- attributes."""
    criteria = {}
    for tag, found in page.elements:
        if "data-program" in found:
            program = found["data-program"]
            criteria[program] = {"result": found["data-result"], "criteria": {}}
        if "data-criterion" in found:
            assert tag == "li"
            criteria[program]["criteria"][found["data-criterion"]] = found["data-truth"]
    [lane], [level], [escalation] = (page.data(n) for n in ("lane", "level", "escalation"))
    return {
        "lane": lane,
        "programs": criteria,
        "priority": {
            "level": level,
            "grounds": page.data("ground"),
            "possible": page.data("possible"),
        },
        "flags": dict(page.paired("flag", "urgency")),
        "missing": page.data("missing"),
        "factors": page.data("factor"),
        "escalation": escalation.split(),
        "memos": page.data("memo"),
        "options": page.data("option"),
        "today": page.data("event"),
    }


def said(plain, put):
    """The same out of the command line's result; the page sorts flags by urgency.

    What is missing of the questions that were `put` stands before what was passed over.
    """
    return {
        "lane": plain["lane"],
        "programs": plain["programs"],
        "priority": plain["priority"],
        "flags": {flag["id"]: flag["urgency"] for flag in plain["flags"]},
        "missing": sorted(plain["missing"], key=lambda fact: fact not in put),
        "factors": plain["factors"]["positive"] + plain["factors"]["adverse"],
        "escalation": plain["escalation"]["steps"],
        "memos": [memo["id"] for memo in plain["memos"]],
        "options": plain["options"],
        "today": plain["today"],
    }


@pytest.fixture(scope="module")
def command_line(site):
    """Screen a facts file's answers as `interview screen --format json` does."""
    months = {q.id for q in site.content.questions if q.precision == "month"}

    def screened(answers, asked):
        typed = {f: a[:7] if f in months and isinstance(a, str) else a
                 for f, a in answers.items() if f in asked}  # fmt: skip
        read, refused = site.reader.read_all(typed)
        assert refused == []
        result = site.screening.screen(read, site.settings.today())
        put = {question.id for question in site.path.answered(result.answers)}
        return said(result.to_dict(), put)

    return screened


@pytest.mark.sampled(2)
@pytest.mark.parametrize("language", LANGUAGES)
def test_made_up_people_get_the_same_result_on_the_pages_as_on_the_command_line(
    make_visitor, command_line, site, language
):
    seed = 7 if language == "en" else 8
    everybody = people(so_many(15, 60), seed=seed, as_of=site.settings.today())
    for number, answers in enumerate(everybody):
        visitor = make_visitor()
        page = visitor.next_steps(answers, language)
        # What an unsure answer leaves open is not asked: whatever the file says of it is not typed.
        asked = {name.split("-")[0] for _, seen in visitor.seen for name in seen.fields}
        assert shown(page) == command_line(answers, asked), (number, answers)
