"""What names, `that` and grounds stand for, put into a condition tree."""

from dataclasses import replace

from interview.rules.conditions import (
    THAT,
    All,
    Any_,
    AnyGround,
    Condition,
    ConditionError,
    GroundHolds,
    Named,
    None_,
    Rule,
)
from interview.rules.names import did_you_mean


def resolve(
    condition: Condition,
    names: dict[str, Condition],
    grounds: dict[str, Rule] | None = None,
) -> Condition:
    """Put what each name, `that` and ground stands for into the tree; raise ConditionError."""
    if isinstance(condition, (All, Any_, None_)):
        return replace(
            condition, parts=tuple(resolve(part, names, grounds) for part in condition.parts)
        )
    if isinstance(condition, Named):
        if condition.name not in names:
            raise ConditionError(_unknown_name(condition.name, names))
        return replace(condition, condition=names[condition.name])
    if isinstance(condition, (GroundHolds, AnyGround)):
        return _resolve_ground(condition, grounds or {})
    return condition


def _resolve_ground(condition: GroundHolds | AnyGround, grounds: dict[str, Rule]) -> Condition:
    if not grounds:
        raise ConditionError("a ground cannot be mentioned here, only in criteria, flags and notes")
    if isinstance(condition, AnyGround):
        return AnyGround(tuple(GroundHolds(name, rule) for name, rule in grounds.items()))
    if condition.ground not in grounds:
        raise ConditionError(
            f'there is no ground "{condition.ground}". Known: {", ".join(grounds)}'
        )
    return replace(condition, rule=grounds[condition.ground])


def _unknown_name(name: str, names: dict[str, Condition]) -> str:
    if name == THAT:
        return '"that" has a meaning only in unclear_if'
    known = ", ".join(sorted(names)) or "none"
    cannot = f'cannot read "{name}": no verb, and no condition of that name (known: {known})'
    return ". ".join(filter(None, (cannot, did_you_mean(name, names, otherwise=""))))
