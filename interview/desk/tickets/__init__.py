"""Tickets: a number and a word, where each is, and every move between."""

from interview.desk.tickets.calls import Calls, can_take
from interview.desk.tickets.rows import TicketRows
from interview.desk.tickets.ticket import Ticket
from interview.desk.tickets.tickets import Tickets, spare_tickets

__all__ = ["Calls", "Ticket", "TicketRows", "Tickets", "can_take", "spare_tickets"]
