"""Tools for those who write the questions; each command has a room here, over `prover`."""
