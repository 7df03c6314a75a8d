"""Ten thousand people through a slip: packed, sealed, drawn, read as a picture, opened, screened.

Run with: PYTHONPATH=tests:tests/paper python tests/audit/slips.py [--people 10000].
Ends with 1 where one result differs.
"""

import argparse
import datetime
import time

from people import people
from pictures import read_picture

from interview.loading import QUESTIONS, load
from interview.paper import open_with_key, qr_svg, seal_with_key, slip_bytes, slip_text
from interview.screening import (
    AnswerReader,
    Carried,
    PackingError,
    Screening,
    SlipReader,
    edition_of,
)

DAY = datetime.date(2026, 11, 30)
KEY = b"audit of slips, thirty-two bytes"


def main() -> int:
    """Take each of the people through, and print how many came back as they were."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=10_000)
    count = options.parse_args().people
    content = load(QUESTIONS)
    screening, reader = Screening(content), AnswerReader(content)
    slips = SlipReader(edition_of(content, ("en", "es")))
    lengths, differ, refused, began = set(), 0, 0, time.perf_counter()
    for number, written in enumerate(people(count, 2026, DAY)):
        answers = reader.read_all(written)[0]
        try:
            visit = slips.packing.pack(Carried(answers, ("en", "es")[number % 2]))
        except PackingError:
            refused += 1
            continue
        text = read_picture(qr_svg(slip_text(seal_with_key(visit, KEY))))
        lengths.add(len(text))
        found = slips.unpack(open_with_key(slip_bytes(text), KEY)).answers
        one, other = (screening.screen(some, DAY).to_dict() for some in (answers, found))
        differ += one != other
    seconds = time.perf_counter() - began
    print(f"{count} people, {refused} of them with a year that no slip holds:")
    print(f"{differ} with another result, {len(lengths)} length, {seconds:.0f} s")
    return 1 if differ or len(lengths) != 1 else 0


if __name__ == "__main__":
    raise SystemExit(main())
