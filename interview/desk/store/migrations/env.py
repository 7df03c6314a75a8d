"""What alembic runs first: it moves the tables on, inside the connection that it is handed."""

from alembic import context

from interview.desk.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
