"""What an answer costs with no server in between, and how large the cookie gets."""

import re
import statistics
from collections.abc import Iterator
from typing import Any
from unittest import mock

from drive import Target, parser
from grow_content import grown
from rows import Row
from servers import FLOOR, OURS

from interview.loading import load
from interview.web import create_app
from interview.web.visit import Visits, new_half

from visitor import site_of  # isort: skip

TIMES_GROWN = 10
GROWN_APP = "in_process:grown_app()"
FIRST_AND_LAST = 10


def grown_app() -> Any:
    """Return the application on content of ten times the questions."""
    with mock.patch(
        "interview.web.site.site.load", lambda folder: grown(load(folder), TIMES_GROWN)
    ):
        return create_app()


def target(name: str, start: str, app: str, most_steps: int = 60) -> Target:
    """Return what walks an application in this process."""
    arguments = ["--url", f"http://127.0.0.1{start}", "--choose", "random", "--same-walk"]
    options = parser().parse_args([*arguments, "--max-steps", str(most_steps)])
    options.cookies, options.headers = {}, {}
    # "I do not know" beside a date stays unticked.
    options.answers = [(re.compile("unsure$"), "")]
    return Target(name, options, [], app)


def walked(walks: int, *targets: Target) -> None:
    """Walk all targets in turn, after two walks that do not count."""
    for number in range(-2, walks):
        for one in targets:
            one.run(1, count=number >= 0)


def steps(one: Target) -> list[list[Any]]:
    """The steps of each walk."""
    long = len(one.steps) // len(one.firsts)
    return [one.steps[start : start + long] for start in range(0, len(one.steps), long)]


def by_place(one: Target) -> list[float]:
    """The CPU of each place in the walk, in ms, median of the walks."""
    return [statistics.median(s.cpu for s in same) for same in zip(*steps(one), strict=True)]


def answers_in_process(walks: int) -> Iterator[Row]:
    ours, floor = target("interview", "/", OURS), target("floor", "/start", FLOOR)
    walked(walks, ours, floor)
    report = ours.report()
    ratio = statistics.median(a / b for a, b in zip(ours.round_cpu, floor.round_cpu, strict=True))
    mine, least = statistics.median(ours.round_cpu), statistics.median(floor.round_cpu)
    yield Row(
        "CPU of one answer in process",
        f"{mine:.2f} ms",
        f"{least:.2f} ms",
        f"{ratio:.2f}x",
        ratio,
        1.3,
        "x",
    )
    # Every page is filled up to 4,096 bytes.
    page, largest = report["page_wire_median"] / 1024, report["page_wire_max"] / 1024
    least = floor.report()["page_wire_median"]
    yield Row(
        "question page, gzip, median",
        f"{page:.2f} kB",
        f"{least / 1000:.2f} kB unzipped",
        f"{page * 1000 / least:.1f}x",
        page,
        4,
        " kB",
    )
    yield Row("question page, gzip, largest", f"{largest:.2f} kB", judged=largest)
    places = by_place(ours)
    late = statistics.mean(places[-FIRST_AND_LAST:]) / statistics.mean(places[:FIRST_AND_LAST])
    yield Row(f"last ten of {len(places)} answers against the first ten", f"{late:.2f}x")
    yield Row("rejected answers, all walks", str(report["rejected"]))


def same_page_early_and_late(times: int) -> Row:
    """A question page and the check: what the length of a visit itself costs."""
    early, late = target("early", "/", OURS), target("late", "/", OURS)
    late.run(1)
    early.opt.max_steps = 1
    early.run(1)
    spent: dict[str, list[float]] = {"early": [], "late": []}
    for _ in range(times):
        for one in (early, late):
            one.client.hits.clear()
            one.client.go("GET", "http://127.0.0.1/q")
            assert [hit.status for hit in one.client.hits] == [200]
            spent[one.name].append(one.client.hits[0].cpu)
    few, all_ = (statistics.median(spent[name]) for name in ("early", "late"))
    return Row(
        "the same question page, all answered against one",
        f"{all_:.2f} ms",
        f"{few:.2f} ms with one answer",
        f"{all_ / few:.2f}x",
        all_ / few,
        1.1,
        "x",
    )


def grown_content(walks: int) -> Iterator[Row]:
    usual, large = target("60", "/", OURS, 30), target("600", "/", GROWN_APP, 30)
    walked(walks, usual, large)
    ratio = statistics.median(b / a for a, b in zip(usual.round_cpu, large.round_cpu, strict=True))
    few, many = (statistics.median(one.round_cpu) for one in (usual, large))
    yield Row(
        f"an answer with {TIMES_GROWN} times the questions",
        f"{many:.2f} ms",
        f"{few:.2f} ms as they are",
        f"{ratio:.2f}x",
        ratio,
        1.5,
        "x",
    )


def cookie() -> Row:
    """The sealed cookie with the longest answer to every question, on the path or not."""
    here = site_of(create_app())
    visits = Visits(here)
    written = {question.id: longest(question, here) for question in here.content.questions}
    answers, refused = here.reader.read_all(written)
    assert refused == []
    half = new_half()
    token = visits.seal(visits.begun(half, answers))
    assert visits.open(token, half, "").answers == answers
    size = (len("visit-8000=") + len(token)) / 1000
    return Row(
        f"cookie with all {len(answers)} questions answered",
        f"{size:.2f} kB",
        judged=size,
        bar=0.8,
        unit=" kB",
    )


def longest(question: Any, here: Any) -> str:
    if question.type == "date":
        return "2014-11" if question.precision == "month" else "2014-11-20"
    if question.type == "state":
        return max((state.id for state in here.content.states.states), key=len)
    values = [value.id for value in question.values if value.id != "none"]
    return ";".join(values) if question.type == "choices" else max([*values, "unsure"], key=len)
