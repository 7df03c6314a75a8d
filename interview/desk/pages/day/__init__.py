"""What opens and closes a day for the team: entering, printing, closing."""
