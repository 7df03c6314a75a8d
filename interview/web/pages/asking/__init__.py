"""The address that asks: its pages, what is posted to it, and what is taken of that."""
