"""An index of the words of comments and of their authors' names, kept by the database itself.

It is no model, so no row of it is written but by the database. On SQLite its triggers hang on the
table of comments: a later migration that makes that table anew loses them, and tests/comments/search
says so.
"""

import unicodedata

from django.db import migrations

SQLITE = (
    """
    CREATE VIRTUAL TABLE comments_search USING fts5(
        author_name, body, content='comments_comment', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2'
    )
    """,
    # In the order of their numbers, or every other row would be a piece of its own.
    """
    INSERT INTO comments_search (rowid, author_name, body)
    SELECT id, author_name, body FROM comments_comment ORDER BY id
    """,
    # One row while words that went may stand in pieces of the index that were not merged yet.
    "CREATE TABLE comments_search_leftovers (id INTEGER PRIMARY KEY CHECK (id = 1), is_begun BOOL)",
    """
    CREATE TRIGGER comments_search_insert AFTER INSERT ON comments_comment BEGIN
        INSERT INTO comments_search (rowid, author_name, body)
        VALUES (new.id, new.author_name, new.body);
    END
    """,
    """
    CREATE TRIGGER comments_search_delete AFTER DELETE ON comments_comment BEGIN
        INSERT INTO comments_search (comments_search, rowid, author_name, body)
        VALUES ('delete', old.id, old.author_name, old.body);
        INSERT OR REPLACE INTO comments_search_leftovers VALUES (1, FALSE);
    END
    """,
    """
    CREATE TRIGGER comments_search_update AFTER UPDATE OF author_name, body ON comments_comment
    WHEN old.author_name <> new.author_name OR old.body <> new.body BEGIN
        INSERT INTO comments_search (comments_search, rowid, author_name, body)
        VALUES ('delete', old.id, old.author_name, old.body);
        INSERT INTO comments_search (rowid, author_name, body)
        VALUES (new.id, new.author_name, new.body);
        INSERT OR REPLACE INTO comments_search_leftovers VALUES (1, FALSE);
    END
    """,
)
SQLITE_BACK = (
    "DROP TRIGGER comments_search_insert",
    "DROP TRIGGER comments_search_delete",
    "DROP TRIGGER comments_search_update",
    "DROP TABLE comments_search",
    "DROP TABLE comments_search_leftovers",
)
POSTGRESQL_INDEX = """
    CREATE INDEX comments_comment_words ON comments_comment
    USING gin (comments_searchable(author_name, body)) WITH (fastupdate = off)
    """
POSTGRESQL_BACK = (
    "DROP INDEX comments_comment_words",
    "DROP FUNCTION comments_searchable(text, text)",
)


def without_marks():
    """Latin letters with marks, and the letters without; then ASCII's signs, and blanks."""
    marked, plain = "", ""
    for number in range(0xC0, 0x250):
        letter = unicodedata.normalize("NFD", chr(number))[0].lower()
        if letter != chr(number) and letter.isalpha():
            marked, plain = marked + chr(number), plain + letter
    signs = "".join(chr(n) for n in range(0x21, 0x7F) if not chr(n).isalnum())
    return marked + signs, plain + " " * len(signs)


def function():
    before, after = (text.replace("'", "''") for text in without_marks())
    return f"""
    CREATE FUNCTION comments_searchable(author_name text, body text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $words$
        SELECT pg_catalog.to_tsvector(
            'pg_catalog.simple',
            pg_catalog.translate(pg_catalog.lower($1 || ' ' || $2), '{before}', '{after}')
        )
    $words$
    """


def run(schema_editor, statements):
    with schema_editor.connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, None)


def make(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    run(schema_editor, SQLITE if is_sqlite else (function(), POSTGRESQL_INDEX))


def unmake(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    run(schema_editor, SQLITE_BACK if is_sqlite else POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("comments", "0009_makers_hold")]

    operations = [migrations.RunPython(make, unmake)]
