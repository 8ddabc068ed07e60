from academy.config.databases import database


def test_sqlite_waits_for_the_lock_and_takes_it_at_once():
    options = database("sqlite:////tmp/academy.sqlite3")["OPTIONS"]

    assert (options["transaction_mode"], options["timeout"]) == ("IMMEDIATE", 20)
    assert "journal_mode=WAL" in options["init_command"]


def test_postgresql_keeps_its_connection_and_compiles_nothing():
    settings = database("postgres://user:secret@db.example:5432/academy")

    assert (settings["CONN_MAX_AGE"], settings["OPTIONS"]["options"]) == (600, "-c jit=off")
