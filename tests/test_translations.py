"""The catalogues: whole, compiled from their words, and in step with the code.

`script/messages` mends what fails here. The Spanish pages are in test_spanish_pages.py.
"""

import ast
import gettext
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import translation

from tests.test_architecture import PACKAGES, files, modules, relative

FOLDER = settings.BASE_DIR / "locale" / "es" / "LC_MESSAGES"
WORDS, COMPILED = FOLDER / "django.po", FOLDER / "django.mo"
# A message's key has the number of its plural form when it has several.
Key = str | tuple[str, int]
SPANISH_FORMS = {0, 1, 2}  # one, millions ("de comentarios"), all others
# What a translation must not lose: values, and the markup around them.
PARTS = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?[a-z]+>")
# What is translated, and what nobody reads: comments, the admin's class names, all other tags.
SILENT = re.compile(
    r"{%\s*blocktranslate.*?endblocktranslate\s*%}|{%\s*block bodyclass\s*%}.*?{%\s*endblock"
    r"|{%\s*comment.*?endcomment\s*%}|{#.*?#}|{%.*?%}|{{.*?}}|<!--.*?-->",
    re.DOTALL,
)
SPOKEN_ATTRIBUTES = re.compile(r"\s(?:aria-label|title|alt|placeholder)=(\"[^\"]*\"|'[^']*')")
LITERAL_WORD = re.compile(r"[^\W\d_]{2,}")


def run_gettext(program: str, *arguments: str | Path) -> str:
    """What a program of GNU gettext prints. script/test installs it where it may."""
    path = shutil.which(program)
    if path is None:  # in CI a test that skips itself fails
        pytest.skip("GNU gettext is not here; Debian's package is called gettext")
    return subprocess.run([path, *arguments], capture_output=True, text=True, check=True).stdout


def messages(compiled: Path) -> dict[Key, str]:
    """What a compiled catalogue says; a message without a finished translation is not in it."""
    with compiled.open("rb") as file:
        found: dict[Key, str] = dict(gettext.GNUTranslations(file)._catalog)
    return found


def english(keys: dict[Key, str]) -> set[str]:
    """The English sentences, those in the plural by their singular."""
    return {key if isinstance(key, str) else key[0] for key in keys}


def in_english(key: Key) -> Key:
    """The key of the same message in English, which has one plural where Spanish has two."""
    return key if isinstance(key, str) else (key[0], min(key[1], 1))


def parts(sentence: str) -> list[str]:
    """The values and the markup of a sentence, in whatever order a language has them."""
    return sorted(PARTS.findall(sentence))


def compile_words(words: Path, compiled: Path) -> dict[Key, str]:
    run_gettext("msgfmt", "--check-format", "-o", compiled, words)
    return messages(compiled)


def test_compiled_catalogue_says_what_the_words_say(tmp_path: Path) -> None:
    assert compile_words(WORDS, tmp_path / "fresh.mo") == messages(COMPILED)


def test_every_message_is_translated_and_none_is_a_guess() -> None:
    for unfinished in ("--untranslated", "--only-fuzzy", "--only-obsolete"):
        assert run_gettext("msgattrib", unfinished, WORDS) == "", unfinished


@pytest.fixture
def what_the_code_says(tmp_path: Path, monkeypatch, settings) -> dict[Key, str]:
    """Every message of the code and the templates, in English, collected from a copy of them."""
    for folder in (*PACKAGES, "templates"):
        source = settings.BASE_DIR / folder
        shutil.copytree(source, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    run_gettext("xgettext", "--version")
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    settings.LOCALE_PATHS[0].mkdir()
    monkeypatch.chdir(tmp_path)
    call_command("makemessages", locale=["es"], verbosity=0)
    made, spoken = tmp_path / "locale/es/LC_MESSAGES/django.po", tmp_path / "spoken.po"
    # Every message is made its own translation, for a compiled catalogue leaves out the others.
    run_gettext("msgen", "--lang=es", "-o", spoken, made)
    return compile_words(spoken, tmp_path / "spoken.mo")


def test_catalogue_lacks_nothing_and_holds_nothing_old(what_the_code_says: dict[Key, str]) -> None:
    known, said = english(messages(COMPILED)), english(what_the_code_says)
    assert said - known == set()
    assert known - said == set()


def test_translation_keeps_every_value_and_its_markup(what_the_code_says: dict[Key, str]) -> None:
    changed = {
        key: spoken
        for key, spoken in messages(COMPILED).items()
        if key and parts(what_the_code_says[in_english(key)]) != parts(spoken)
    }
    assert changed == {}


def test_plural_has_every_form_that_spanish_knows() -> None:
    found = messages(COMPILED)
    plurals = {key[0] for key in found if isinstance(key, tuple)}
    assert plurals
    for plural in plurals:
        assert {form for form in SPANISH_FORMS if found.get((plural, form))} == SPANISH_FORMS


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 comentarios:"),
        (1, "1 comentario:"),
        (2, "2 comentarios:"),
        (1_000_000, "1000000 de comentarios:"),
    ],
)
def test_comments_are_counted_as_in_spanish(number: int, said: str) -> None:
    with translation.override("es"):
        words = translation.ngettext("%(counter)s comment:", "%(counter)s comments:", number)
    assert words % {"counter": number} == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "This comment has been removed by a blog administrator.",
            "Este comentario ha sido eliminado por un administrador del blog.",
        ),
        (
            "This comment has been removed by the author.",
            "Este comentario ha sido eliminado por el autor.",
        ),
        ("This comment has been removed.", "Este comentario ha sido eliminado."),
        ("said...", "dijo..."),
        ("No comments:", "No hay comentarios:"),
        ("Post a Comment", "Publicar un comentario"),
        ("Newer posts", "Entradas más recientes"),
        ("Older posts", "Entradas antiguas"),
    ],
)
def test_spanish_speaks_as_spanish_blogger_does(sentence: str, said: str) -> None:
    with translation.override("es"):
        assert translation.gettext(sentence) == said


def literal_words(template: str) -> list[str]:
    """Words that a template says in one language only, in its text or an attribute read aloud."""
    without_tags = SILENT.sub("", template)
    attributes = SPOKEN_ATTRIBUTES.findall(without_tags)
    text = re.sub(r"<[^>]*>", " ", without_tags)
    return LITERAL_WORD.findall(re.sub(r"&\w+;", " ", " ".join([text, *attributes])))


def test_literal_words_of_a_template_are_found() -> None:
    template = """{% load i18n %}{# a note #}<p title="{{ title }}" class="body">{{ name }},
        <b aria-label='Close it'>{% translate "Reply" %}</b> &amp; Hello</p>"""
    assert literal_words(template) == ["Hello", "Close", "it"]


def test_every_word_of_a_template_can_be_translated() -> None:
    found = {
        relative(path): words
        for path in files("*.html", "templates")
        # The patterns are for developers.
        if "patterns" not in path.parts and (words := literal_words(path.read_text()))
    }
    assert found == {}


EAGER = ("gettext", "ngettext", "pgettext", "npgettext")
LAZY = tuple(f"{name}_lazy" for name in EAGER)


def imported(tree: ast.AST, wanted: tuple[str, ...]) -> set[str]:
    """What a module calls these functions of Django's translation."""
    return {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
        if name.name in wanted
    }


def calls(node: ast.AST, names: set[str]) -> bool:
    """Whether this is a call of one of these functions."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def spoken_too_early(code: str) -> list[int]:
    """Lines that translate while they are imported, before anybody's language is known.

    A lazy sentence with its values put in is spoken at once, too.
    """
    tree = ast.parse(code)
    eager, lazy = imported(tree, EAGER), imported(tree, LAZY)
    pending: list[ast.AST] = [tree]
    lines = []
    while pending:
        node = pending.pop()
        is_filled_in = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod)
        if calls(node, eager) or (is_filled_in and calls(node.left, lazy)):
            lines.append(node.lineno)
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            pending.extend(ast.iter_child_nodes(node))
    return lines


def test_what_is_spoken_too_early_is_found() -> None:
    code = """
from django.utils.translation import gettext as _, gettext_lazy
EARLY = {"a": _("Reply")}
LATER = gettext_lazy("Reply")
FILLED_IN = gettext_lazy("%d days") % 7
def reply():
    return _("Reply")
"""
    assert sorted(spoken_too_early(code)) == [3, 5]


def test_nothing_is_translated_while_it_is_imported() -> None:
    found = {relative(path): spoken_too_early(path.read_text()) for path in modules()}
    assert {path: lines for path, lines in found.items() if lines} == {}
