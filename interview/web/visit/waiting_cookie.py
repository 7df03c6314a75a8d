"""The cookie of what waits for this browser: its token, and nothing of what it opens."""

from flask import Response, request

from interview.web.visit.cookies import carried, cookie_name, set_cookie
from interview.web.visit.sealing import new_half
from interview.web.visit.visits import current_visits

_COOKIE = "waits"


def keep_waiting(response: Response, plain: bytes) -> Response:
    """Let something wait for this browser, in place of what waited before; raise TooManyWait."""
    waiting = current_visits().waiting
    waiting.drop(carried(_COOKIE))
    half = carried("half")
    if not half:
        # Without a visit there is none; that of a visit is never written again.
        half = new_half()
        set_cookie(response, "half", half)
    return set_cookie(response, _COOKIE, waiting.put(plain, half))


def fetch_waiting() -> bytes | None:
    """Return what waits for this browser, or None."""
    token = carried(_COOKIE)
    return current_visits().waiting.get(token, carried("half")) if token else None


def has_waited() -> bool:
    """Say whether this browser has the cookie of something, there still or not."""
    return bool(carried(_COOKIE))


def waiting_seconds() -> int:
    """Return how long what waits for this browser waits still; 0 where nothing does."""
    return current_visits().waiting.seconds_left(carried(_COOKIE))


def forget_waiting(response: Response) -> Response:
    """Forget what waits for this browser, here and there."""
    if token := carried(_COOKIE):
        current_visits().waiting.drop(token)
        response.delete_cookie(
            cookie_name(_COOKIE), path="/", secure=request.is_secure, httponly=True, samesite="Lax"
        )
    return response
