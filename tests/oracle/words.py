"""The words of a condition, which is a small tree of tuples. `truth.py` judges it."""

from typing import Any

Tree = tuple[Any, ...]

# ------------------------------------------------------------------------ comparisons


def is_(fact: str, *values: str) -> Tree:
    """The answer is one of these values."""
    return ("is", fact, values)


def is_not(fact: str, *values: str) -> Tree:
    """The answer is none of these values. YES where the fact is skipped."""
    return not_(is_(fact, *values))


def yes(fact: str) -> Tree:
    return is_(fact, "yes")


def includes(fact: str, *values: str) -> Tree:
    """The answer to a `choices` fact names at least one of these values."""
    return ("includes", fact, values)


def has_any(fact: str) -> Tree:
    return ("has any", fact)


def unsure_of(*facts: str) -> Tree:
    """One of these is on the path, reached and not fully known. Always YES or NO."""
    return ("unsure of", facts)


def not_known(fact: str) -> Tree:
    """This always-asked fact is not known: YES or NO once it is reached, UNKNOWN before."""
    return ("not known", fact)


def program_is_not_a_mismatch(program: str) -> Tree:
    """The program's result is matches or may_match. NO where it is not told of yet."""
    return ("program", program, ("matches", "may_match"))


# ------------------------------------------------------------------------------- logic


def not_(part: Tree) -> Tree:
    return ("not", part)


def all_(*parts: Tree) -> Tree:
    return ("all", parts)


def any_(*parts: Tree) -> Tree:
    return ("any", parts)


def rule(condition: Tree, unclear_if: Tree) -> Tree:
    """Section 1: the condition's value while unclear_if is NO, UNKNOWN otherwise."""
    return ("rule", condition, unclear_if)


ALWAYS: Tree = ("always",)

# ------------------------------------------------- moments, which are compared as dates


def day(year: int, month: int, day_of_month: int) -> Tree:
    return ("day", (year, month, day_of_month))


def days_after_as_of(days: int) -> Tree:
    return ("as_of", days)


AS_OF = days_after_as_of(0)


def date_of(fact: str) -> Tree:
    return ("date", fact, 0, 0)


def years_after(years: int, fact: str) -> Tree:
    return ("date", fact, years, 0)


def days_after(days: int, fact: str) -> Tree:
    return ("date", fact, 0, days)


def days_before(days: int, fact: str) -> Tree:
    return days_after(-days, fact)


def birthday(age: int) -> Tree:
    return years_after(age, "birth_date")


def before(left: Tree, right: Tree) -> Tree:
    return ("before", left, right)


def on_or_before(left: Tree, right: Tree) -> Tree:
    return ("on or before", left, right)


def after(left: Tree, right: Tree) -> Tree:
    return before(right, left)


def on_or_after(left: Tree, right: Tree) -> Tree:
    return on_or_before(right, left)
