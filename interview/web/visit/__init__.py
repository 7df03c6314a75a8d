"""One person's answers in a browser: sealed, opened, laid out on the path."""
