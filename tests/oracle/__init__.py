"""A second, independent reading of the spec, written to be checked by eye against it.

It restates by hand what `facts.yaml` and `results.md` say and shares no module with the
interview. It is slow on purpose and simple on purpose, so that where it and the interview
disagree, a reader can tell which of the two misread the spec.

    screen(answers, as_of) -> the result of results.md section 8
    screen(answers, as_of, partial=True) -> section 9: what is blank is not reached

Answers are plain parsed values: "yes", "no", "unsure", a value, a list of values for
`choices`, "2007-06-15" or "2007-06" or "2007" for a date; None or no key is not known.

The rules are this package's own. What a lawyer changes as the law moves (the events of a
timeline, which timelines a flag names, what the appeals courts have said) it reads from
`questions/`, so that a new event needs no edit here (`law.py`).

Of the result's free keys it gives those that the spec decides: `status`, the rule conditions
of `notes`, and of `options` only join_termination.
"""

from oracle.dates import interval_of
from oracle.facts import DATES, FACTS
from oracle.law import Law, law_of_the_files
from oracle.results import screen

__all__ = ["DATES", "FACTS", "Law", "interval_of", "law_of_the_files", "screen"]
