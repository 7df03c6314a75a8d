"""What is read and checked once, at install, and believed where not one byte of it changed."""
