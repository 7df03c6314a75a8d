"""The commands of whoever writes the law: each checks, proves, compares or draws the content."""
