"""What a paper costs: seconds of each, its process included, and the memory of who asked for it.

Run with: python tests/bench/papers.py. Each is made once to warm the disk, then five times.
"""

import datetime
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from interview.files import facts_file
from interview.languages import Tongue, translations
from interview.loading import QUESTIONS, TRANSLATIONS, load
from interview.paper import KINDS, Order, qr_svg, seal_with_key, seal_with_words, slip_text
from interview.screening import AnswerReader, Carried, Packing, Screening, edition_of, letter_asks

DAY = datetime.date(2026, 11, 30)
TIMES = 5


def main() -> None:
    """Print a line for each paper, and how much the memory of this process grew."""
    content = load(QUESTIONS)
    screening = Screening(content)
    text = (QUESTIONS / "examples" / "person.yaml").read_text("utf-8")
    answers = facts_file.read_facts(text, "person.yaml", "yaml", AnswerReader(content)).answers
    result = screening.screen(answers, DAY)
    tongues = {
        code: Tongue(code, "self", translations(TRANSLATIONS, code)) for code in ("en", "es")
    }
    packed = Packing(edition_of(content, ("en", "es"))).pack(Carried(answers, "en"))
    person = Order(screening, tongues["es"], DAY, result, pack=lambda: packed)
    both = Order(screening, tongues["es"], DAY, beside=tongues["en"])
    before = _megabytes()
    _told("slip without words", 50, lambda: qr_svg(slip_text(seal_with_key(packed, b"k" * 32))))
    _told("slip with words", 400, lambda: qr_svg(slip_text(seal_with_words(packed, "a b c d"))))
    _told("checklist", 300, lambda: KINDS["checklist"].make[".pdf"](person))
    _told("chronology", 300, lambda: KINDS["chronology"].make[".pdf"](person))
    _told("blank interview", 1_000, lambda: KINDS["blank"].make[".pdf"](both))
    in_court = screening.screen({**answers, "case_stage": "in_proceedings"}, DAY)
    [ask, *_] = letter_asks(content, in_court)
    letter = Order(screening, tongues["en"], DAY, in_court, ask=ask.id)
    _told("letter, PDF", 400, lambda: KINDS["letter"].make[".pdf"](letter))
    _told("letter, DOCX", 400, lambda: KINDS["letter"].make[".docx"](letter))
    print(f"memory of who asked for them: {_megabytes() - before:.0f} MB more (bar 15)")


def _told(name: str, bar: int, make: Callable[[], object]) -> None:
    make()
    spans = []
    for _ in range(TIMES):
        began = time.perf_counter()
        make()
        spans.append(1_000 * (time.perf_counter() - began))
    print(f"{name}: {statistics.median(spans):.0f} ms, best {min(spans):.0f} (bar {bar})")


def _megabytes() -> float:
    """What this process holds now: what it took for a moment and gave back does not count."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


if __name__ == "__main__":
    main()
