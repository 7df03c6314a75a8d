"""The stations where people come in, wait, are called and leave."""
