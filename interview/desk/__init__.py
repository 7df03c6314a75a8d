"""An event: tickets, cards and the queue of one day. It keeps numbers, and no answers."""
