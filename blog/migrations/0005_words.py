"""An index of the words of posts, kept by the database itself; the worker fills it.

It is no model, so no row of it is written but by the database. On SQLite its triggers hang on the
table of `PostWords`: a later migration that makes that table anew loses them, and
tests/blog/searching says so.
"""

import unicodedata

from django.db import DatabaseError, migrations, transaction

SQLITE = (
    """
    CREATE VIRTUAL TABLE blog_search USING fts5(
        title, filed, text, content='blog_postwords', content_rowid='post_id',
        tokenize='unicode61 remove_diacritics 2'
    )
    """,
    "CREATE VIRTUAL TABLE blog_vocabulary USING fts5vocab(blog_search, 'row')",
    """
    CREATE TRIGGER blog_search_insert AFTER INSERT ON blog_postwords BEGIN
        INSERT INTO blog_search (rowid, title, filed, text)
        VALUES (new.post_id, new.title, new.filed, new.text);
    END
    """,
    """
    CREATE TRIGGER blog_search_delete AFTER DELETE ON blog_postwords BEGIN
        INSERT INTO blog_search (blog_search, rowid, title, filed, text)
        VALUES ('delete', old.post_id, old.title, old.filed, old.text);
    END
    """,
    """
    CREATE TRIGGER blog_search_update AFTER UPDATE OF title, filed, text ON blog_postwords
    WHEN old.title <> new.title OR old.filed <> new.filed OR old.text <> new.text BEGIN
        INSERT INTO blog_search (blog_search, rowid, title, filed, text)
        VALUES ('delete', old.post_id, old.title, old.filed, old.text);
        INSERT INTO blog_search (rowid, title, filed, text)
        VALUES (new.post_id, new.title, new.filed, new.text);
    END
    """,
)
SQLITE_BACK = (
    "DROP TRIGGER blog_search_insert",
    "DROP TRIGGER blog_search_delete",
    "DROP TRIGGER blog_search_update",
    "DROP TABLE blog_vocabulary",
    "DROP TABLE blog_search",
)
POSTGRESQL = (
    # A column that Django knows nothing of, so that putting hits into order reads no text again.
    """
    ALTER TABLE blog_postwords ADD COLUMN searchable tsvector
    GENERATED ALWAYS AS (blog_searchable(title, filed, text)) STORED
    """,
    """
    CREATE INDEX blog_postwords_search ON blog_postwords
    USING gin (searchable) WITH (fastupdate = off)
    """,
)
# With this extension words that are nearly those typed are found, too. Not every server has it.
EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
POSTGRESQL_NEARLY = """
    CREATE INDEX blog_postwords_nearly ON blog_postwords
    USING gin (blog_folded(title || ' ' || text) gin_trgm_ops)
    """
POSTGRESQL_BACK = (
    "DROP INDEX IF EXISTS blog_postwords_nearly",
    "ALTER TABLE blog_postwords DROP COLUMN searchable",
    "DROP FUNCTION blog_searchable(text, text, text)",
    "DROP FUNCTION blog_folded(text)",
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


def functions(schema):
    """They name each other with the schema, for an index is made without any search path."""
    before, after = (text.replace("'", "''") for text in without_marks())

    def words(argument, weight):
        made = f"pg_catalog.to_tsvector('pg_catalog.simple', {schema}.blog_folded({argument}))"
        return f"pg_catalog.setweight({made}, '{weight}')"

    yield f"""
    CREATE FUNCTION blog_folded(text text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $words$
        SELECT pg_catalog.translate(pg_catalog.lower($1), '{before}', '{after}')
    $words$
    """
    yield f"""
    CREATE FUNCTION blog_searchable(title text, filed text, text text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $words$
        SELECT {words("$1", "A")} || {words("$2", "D")} || {words("$3", "B")}
    $words$
    """


def run(schema_editor, statements):
    with schema_editor.connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, None)


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        run(schema_editor, SQLITE)
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT pg_catalog.quote_ident(current_schema())")
        schema = cursor.fetchone()[0]
    run(schema_editor, (*functions(schema), *POSTGRESQL))
    try:
        with transaction.atomic(schema_editor.connection.alias):
            run(schema_editor, (EXTENSION, POSTGRESQL_NEARLY))
    except DatabaseError:
        pass  # nothing nearly right is found then


def unmake(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    run(schema_editor, SQLITE_BACK if is_sqlite else POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("blog", "0004_publishing")]

    operations = [migrations.RunPython(make, unmake)]
