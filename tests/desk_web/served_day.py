"""A day that is planned, opened and served by a process of its own, as an organiser runs it.

Usage: served_day.py FOLDER PORT [CERTIFICATE KEY]. The first line out is JSON: the cards.
Started again on the same folder it takes the day up with the words in --words.
"""

import datetime
import json
import sys
from pathlib import Path

from interview.desk.life import DayPlan, ReviewerPlan, find_day, plan_day
from interview.desk.memory import Stretching
from interview.desk.serving import serve_desk
from interview.loading import QUESTIONS, load


def clock():
    return datetime.datetime.now().astimezone()


def plan(reviewers, helpers):
    both = ("en", "es")
    return DayPlan(
        word="luna",
        day=clock().date(),
        opens=datetime.time(0, 0),
        closes=datetime.time(23, 59),
        languages=both,
        results="after_review",
        seating="seated",
        reviewers=tuple(ReviewerPlan(n % 5 != 4, both) for n in range(reviewers)),
        helpers=helpers,
        exits=1,
        students=0,
    )


def main(folder, port, certificate="", key="", words="", reviewers="3", helpers="2"):
    content, cost = load(QUESTIONS), Stretching(64, 1)
    if words:
        desk = find_day(Path(folder), content, clock, cost=cost)
        desk.unlock(words)
    else:
        desk, cards = plan_day(
            Path(folder), content, plan(int(reviewers), int(helpers)), clock, cost=cost
        )
        desk.unlock(" ".join(cards[0].words))
        told = [{"role": c.role, "nth": c.nth, "code": c.code, "slot": c.slot} for c in cards]
        print(json.dumps(told), flush=True)
    serve_desk(
        desk,
        content,
        host="127.0.0.1",
        port=int(port),
        certificate=Path(certificate) if certificate else None,
        key=Path(key) if key else None,
    )


if __name__ == "__main__":
    main(**dict(one.split("=", 1) for one in sys.argv[1:]))
