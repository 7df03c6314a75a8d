"""The commands for tables of people: who changes, how many, and the rules as SQL."""
