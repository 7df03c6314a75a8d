"""The commands that make papers and read them back."""
