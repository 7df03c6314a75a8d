"""An event's desk: the queue knows numbers, and the person carries the answers."""
