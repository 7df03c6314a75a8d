"""How the tables of a server came to be as they are; alembic runs these."""
