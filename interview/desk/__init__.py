"""The event desk: the queue knows numbers, the person carries the answers."""
