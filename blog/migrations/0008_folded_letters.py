"""PostgreSQL folds all Latin letters as SQLite's index does, those of Vietnamese, too.

A mark that stands alone goes. Letters of other alphabets keep theirs: they are other letters.
"""

import unicodedata

from django.db import migrations

LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
MARKS = "".join(chr(number) for number in range(0x300, 0x370))
SIGNS = "".join(chr(number) for number in range(0x21, 0x7F) if not chr(number).isalnum())
REWRITE = "UPDATE blog_postwords SET title = title"  # what is derived from it is made anew


def folded():
    """Letters with marks, and the letters without."""
    for number in LATIN:
        letter = unicodedata.normalize("NFD", chr(number))[0]
        if letter.isascii() and letter.isalpha():
            yield chr(number), letter.lower()


def function():
    """What ends the list without a counterpart is left out (PostgreSQL's `translate`)."""
    marked, plain = ("".join(letters) for letters in zip(*folded(), strict=True))
    before, after = marked + SIGNS + MARKS, plain + " " * len(SIGNS)
    before = before.replace("'", "''")
    return f"""
        CREATE OR REPLACE FUNCTION blog_folded(text text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $words$
            SELECT pg_catalog.translate(pg_catalog.lower($1), '{before}', '{after}')
        $words$
    """


def fold_again(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(function(), None)
            cursor.execute(REWRITE)


class Migration(migrations.Migration):
    dependencies = [("blog", "0007_news_of_an_address")]

    operations = [migrations.RunPython(fold_again, migrations.RunPython.noop)]
