"""What the command that screens does: one person, many people, what is written of them."""
