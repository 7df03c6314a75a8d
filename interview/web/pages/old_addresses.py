"""Addresses of earlier editions, which somebody may have kept: they lead to those of today."""

from flask import Blueprint, Response

from interview.web.visit import ASK, CONCLUDE, START, see_other

bp = Blueprint("old_addresses", __name__)


@bp.get("/q/<path:rest>")
@bp.get("/check", defaults={"rest": ""})
def asks(rest: str) -> Response:
    """Lead to the page where the visit is; without one, that leads to the start."""
    return see_other(ASK)


@bp.get("/next-steps")
@bp.get("/lawyer")
def concludes() -> Response:
    """Lead to what the answers come to."""
    return see_other(CONCLUDE)


@bp.get("/leave")
@bp.get("/leave/<path:rest>")
def leaves(rest: str = "") -> Response:
    """Lead to the start: no link ends a visit, only a button."""
    return see_other(START)
