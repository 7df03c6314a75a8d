"""Somebody at a tablet who answers: page by page, as a browser does."""

import re


def forms_of(app):
    return app.extensions["next_steps"]


def answered(device, answers):
    """Go through the questions with these answers, and no elsewhere, to the check."""
    site = forms_of(device.event.app)
    device.follow("/")
    first = site.path.pages[0][0]
    code = site.forms.codes[first.id][answers.get(first.id, "self")]
    device.post("/", {"csrf_token": device.token, first.id: code})
    for _ in range(120):
        device.follow("/q")
        if 'action="/hand-in"' in device.page:
            return
        device.post("/q", {"csrf_token": device.token, **fields_of(site, device.page, answers)})
    raise AssertionError("the questions have no end")


def fields_of(site, page, answers):
    """What somebody fills in on a page."""
    on_page, sent = set(re.findall(r'name="([a-z_0-9]+)', page)), {}
    for question in site.content.questions:
        if question.id not in on_page:
            continue
        if question.type == "date":
            sent |= _date(question, answers.get(question.id))
        else:
            sent |= _choice(site, question, answers.get(question.id))
    return sent


def _date(question, given):
    if given is None:
        return {f"{question.id}-unsure": "yes"}
    year, month, day = (*given.split("-"), "", "")[:3]
    found = {f"{question.id}-year": year, f"{question.id}-month": month.lstrip("0")}
    return found | ({f"{question.id}-day": day.lstrip("0")} if question.precision == "day" else {})


def _choice(site, question, given):
    codes = site.forms.codes[question.id]
    if isinstance(given, list):
        return {question.id: [codes[value] for value in given]}
    usual = "none" if question.type == "choices" else "no" if "no" in codes else "unsure"
    wanted = given if given in codes else usual if usual in codes else next(iter(codes))
    return {question.id: codes[wanted]}


def code_on(page):
    """The code with which a device begins, as the door's page shows it."""
    return re.search(r'<p class="four">([^<]+)</p>', page)[1]


def number_on(page):
    return int(re.search(r'class="number-here"><b class="big">(\d+)</b>', page)[1])
