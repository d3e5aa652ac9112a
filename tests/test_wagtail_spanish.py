"""Staff who chose Spanish read no English from Wagtail: we say what its catalogues lack, no more.

An upgrade of Wagtail fails here with the sentences to add to locale/wagtail, and those to take out.
"""

import re
from pathlib import Path

import pytest
import wagtail
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from tests.comments.moderation_queue.staff import make_administrator, sign_in
from tests.test_translations import (
    COMPILED,
    SPANISH_FORMS,
    Key,
    compile_words,
    english,
    in_english,
    messages,
    run_gettext,
)

WAGTAIL = Path(wagtail.__file__).parent
WAGTAIL_ADMIN = WAGTAIL / "admin"
OURS = settings.BASE_DIR / "locale" / "wagtail" / "es" / "LC_MESSAGES"
# Values, and the markup with its attributes: here links hold actions of scripts.
PARTS = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]+>")


@pytest.fixture(params=["django", "djangojs"])
def domain(request: pytest.FixtureRequest) -> str:
    """The name of a catalogue: Wagtail speaks in its pages and in its scripts."""
    return str(request.param)


def catalogues(language: str, name: str) -> list[Path]:
    """The catalogues of all apps of Wagtail, for one may be installed later."""
    return sorted(WAGTAIL.rglob(f"locale/{language}/LC_MESSAGES/{name}"))


def said(compiled: Path) -> dict[Key, str]:
    """What a compiled catalogue says, without its head."""
    return {key: spoken for key, spoken in messages(compiled).items() if key}


def ours(domain: str) -> dict[Key, str]:
    return said(OURS / f"{domain}.mo")


def translated_by_wagtail(domain: str) -> set[str]:
    return {
        sentence
        for compiled in catalogues("es", f"{domain}.mo")
        for sentence in english(said(compiled))
    }


@pytest.fixture
def what_wagtail_says(domain: str, tmp_path: Path) -> dict[Key, str]:
    """Every message of Wagtail, in English."""
    together, spoken = tmp_path / "together.po", tmp_path / "spoken.po"
    run_gettext("msgcat", "--use-first", "-o", together, *catalogues("en", f"{domain}.po"))
    # A compiled catalogue leaves out what has no translation, so English gets its own words.
    run_gettext("msgen", "--lang=en", "-o", spoken, together)
    found = compile_words(spoken, tmp_path / "spoken.mo")
    return {key: sentence for key, sentence in found.items() if key}


def test_wagtail_says_nothing_only_in_english(
    domain: str, what_wagtail_says: dict[Key, str]
) -> None:
    spanish = translated_by_wagtail(domain) | english(ours(domain))
    assert english(what_wagtail_says) - spanish == set()


def test_we_say_only_what_wagtail_lacks(domain: str, what_wagtail_says: dict[Key, str]) -> None:
    assert english(ours(domain)) & translated_by_wagtail(domain) == set(), "it has these by now"
    assert english(ours(domain)) - english(what_wagtail_says) == set(), "it no longer says these"


def test_our_own_words_do_not_speak_for_wagtail() -> None:
    """Ours come first, so what both say they have to say alike."""
    own, lacking = said(COMPILED), ours("django")
    assert {key for key in own.keys() & lacking.keys() if own[key] != lacking[key]} == set()


def parts(sentence: str) -> list[str]:
    """The values and the markup of a sentence, in whatever order a language has them."""
    return sorted(PARTS.findall(sentence))


def test_translation_keeps_every_value_and_its_markup(
    domain: str, what_wagtail_says: dict[Key, str]
) -> None:
    changed = {
        key: spoken
        for key, spoken in ours(domain).items()
        if parts(what_wagtail_says[in_english(key)]) != parts(spoken)
    }
    assert changed == {}


def test_compiled_catalogue_says_what_the_finished_words_say(domain: str, tmp_path: Path) -> None:
    words = OURS / f"{domain}.po"
    for unfinished in ("--untranslated", "--only-fuzzy", "--only-obsolete"):
        assert run_gettext("msgattrib", unfinished, words) == "", unfinished
    assert compile_words(words, tmp_path / "fresh.mo") == messages(OURS / f"{domain}.mo")


def plural_rule(folder: Path, domain: str) -> str:
    """How a catalogue counts, as its head says it."""
    rule: str = re.findall(r"Plural-Forms: *(.*)", messages(folder / f"{domain}.mo")[""])[0]
    return rule


def test_plural_has_every_form(domain: str) -> None:
    found = ours(domain)
    plurals = {key[0] for key in found if isinstance(key, tuple)}
    assert plurals
    for plural in plurals:
        assert {form for form in SPANISH_FORMS if found.get((plural, form))} == SPANISH_FORMS


def test_we_count_by_the_rule_of_wagtail(domain: str) -> None:
    """Scripts get one rule for all catalogues: that of ours, which is the first."""
    theirs = WAGTAIL_ADMIN / "locale" / "es" / "LC_MESSAGES"
    assert plural_rule(OURS, domain) == plural_rule(theirs, domain)


@pytest.mark.parametrize(
    ("number", "spoken"),
    [(1, "1 referencia"), (2, "2 referencias"), (1_000_000, "1000000 de referencias")],
)
def test_words_of_wagtail_are_counted_as_in_spanish(number: int, spoken: str) -> None:
    with translation.override("es"):
        words = translation.ngettext(
            "Referenced %(count)s time", "Referenced %(count)s times", number
        )
    assert words % {"count": number} == spoken


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("wagtailadmin_home", "Mostrar los atajos de teclado"),
        ("wagtailadmin_javascript_catalog", '"Fair": "Aceptable"'),
    ],
)
def test_admin_in_spanish_says_what_wagtail_lacks(address: str, sentence: str) -> None:
    administrator = make_administrator()
    UserProfile.objects.create(user=administrator, preferred_language="es")
    page = sign_in(administrator).get(reverse(address))
    assert sentence in page.content.decode()
