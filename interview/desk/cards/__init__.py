"""Cards and sessions: how a slot is entered, and for how long."""

from interview.desk.cards.cards import Card, Cards, CardSeen
from interview.desk.cards.invitations import Invitations
from interview.desk.cards.sessions import Sessions, SessionSeen

__all__ = ["Card", "CardSeen", "Cards", "Invitations", "SessionSeen", "Sessions"]
