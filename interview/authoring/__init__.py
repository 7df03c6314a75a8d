"""Tools for those who write the questions: check, walk, prove, map, diff."""
