"""Triggers that let events be added and nothing else: not changed, not deleted, not by SQL either.

`install` is called by the migration, and must be again by one that alters the table: SQLite builds it anew then.
`remove` is for undoing it, and for tests that empty the database between them. The owner of a table can always drop its
triggers; the role the portal runs under in production does not own it.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

_REFUSAL = "The audit is only added to."

_POSTGRESQL = (
    f"""CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$""",
    """CREATE TRIGGER audit_event_frozen BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_event_refuse()""",
    """CREATE TRIGGER audit_event_kept BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse()""",
)
_SQLITE = tuple(
    f"CREATE TRIGGER {name} BEFORE {verb} ON audit_event BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    for name, verb in (("audit_event_frozen", "UPDATE"), ("audit_event_kept", "DELETE"))
)
_INSTALL = {"postgresql": _POSTGRESQL, "sqlite": _SQLITE}
_REMOVE = {
    "postgresql": (
        "DROP TRIGGER IF EXISTS audit_event_frozen ON audit_event",
        "DROP TRIGGER IF EXISTS audit_event_kept ON audit_event",
        "DROP FUNCTION IF EXISTS audit_event_refuse()",
    ),
    "sqlite": ("DROP TRIGGER IF EXISTS audit_event_frozen", "DROP TRIGGER IF EXISTS audit_event_kept"),
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Freeze the events of this database, whether or not they were frozen before."""
    remove(connection)
    _run(connection, _INSTALL[connection.vendor])


def remove(connection: BaseDatabaseWrapper) -> None:
    """Let events be changed and deleted again."""
    _run(connection, _REMOVE[connection.vendor])


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
