import json
import re
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import django
import pytest
from django.conf import settings

from comments import language
from comments.language import detect, direction
from tests.shared import shared_path

SENTENCES = [
    ("es", "Mañana vamos todos a la audiencia, no falten por favor"),
    ("es", "no tengas miedo hermano, aqui estamos contigo y con tu familia"),
    ("es", "hola alguien sabe a que hora es la reunion del sabado"),
    ("es", "GRACIAS POR TODO LO QUE HACEN POR NUESTRAS FAMILIAS"),
    ("en", "My cousin has been held there for three months and nobody answers the phone"),
    ("en", "see you all at the hearing tomorrow"),
    ("en", "lol this is soooo true, shared it with my whole block"),
    ("fr", "Je ne comprends pas pourquoi le juge a refusé la caution"),
    ("pt", "minha irmã foi presa ontem e não sabemos para onde levaram ela"),
    ("ht", "Nou bezwen yon avoka ki pale kreyòl tanpri ede nou"),
    ("ar", "شكرا لكم على كل ما تفعلونه من أجل عائلاتنا"),
    ("fa", "برادرم سه ماه است که در بازداشت است و کسی جواب نمی\u200cدهد"),  # noqa: RUF001
    ("ur", "ہمارے خاندان کی مدد کرنے کا بہت شکریہ"),
    ("he", "תודה רבה לכם על העזרה למשפחה שלנו"),
    ("zh", "谢谢你们为我们的社区所做的一切"),
    ("zh", "謝謝你們的幫助，我們星期六會去法院"),  # noqa: RUF001
    ("vi", "Cảm ơn các bạn đã giúp đỡ gia đình chúng tôi"),
    ("tl", "Maraming salamat sa inyong tulong sa aming pamilya"),
    ("ru", "Мой брат уже три месяца в центре содержания под стражей"),
    ("uk", "Дякую вам за допомогу нашій родині, ми прийдемо в суботу"),
    ("ko", "우리 가족을 도와주셔서 정말 감사합니다"),
    ("ja", "家族を助けてくださって本当にありがとうございます"),
    ("hi", "हमारे परिवार की मदद करने के लिए आपका बहुत धन्यवाद"),
    ("pa", "ਸਾਡੇ ਪਰਿਵਾਰ ਦੀ ਮਦਦ ਕਰਨ ਲਈ ਤੁਹਾਡਾ ਬਹੁਤ ਧੰਨਵਾਦ"),
    ("am", "ቤተሰባችንን ስለረዳችሁ በጣም እናመሰግናለን"),
    ("so", "Aad baad ugu mahadsan tihiin caawimaadda qoyskeenna"),
    ("sw", "Asante sana kwa msaada wenu kwa familia yetu"),
    ("de", "Vielen Dank für eure Hilfe, wir kommen am Samstag alle"),
]
DOUBTFUL = [
    "",
    "ok",
    "gracias",
    "¡Sí!",
    "jajajaja",
    "😂😂😂😂😂😂😂😂😂😂😂😂😂😂",
    "HB 1234 SB 55 2026 H.R. 5038",
    "Ana María López Pérez",
    "https://example.org/es/una-pagina-muy-larga-que-nadie-ha-leido-todavia",
    "asdf qwer zxcv hjkl uiop asdf qwer zxcv hjkl asdf",
    "See you tomorrow. Nos vemos mañana.",
    "PSY - GANGNAM STYLE (강남스타일)",
    "谢谢你们为我们的社区 thank you so much everybody",
    "Thank you all so much for coming today.\n\nMuchas gracias a todos por venir hoy con nosotros.",
]
SPANISH = "Vamos a la corte el lunes con toda la familia"
ENGLISH = "We are going to the courthouse on Monday with the family"
CATALOGUES = ["es", "fr", "pt_BR", "ar", "fa", "zh_Hans", "vi", "ru", "ko", "de", "it", "pl", "tr"]


@pytest.mark.parametrize(("code", "text"), SENTENCES)
@pytest.mark.parametrize("expected", ["en", "es"])
def test_sentence_is_told_by_its_language(code, text, expected):
    assert detect(text, expected=expected) == code


@pytest.mark.parametrize("text", DOUBTFUL)
@pytest.mark.parametrize("expected", ["en", "es"])
def test_short_and_mixed_text_is_left_to_the_page(text, expected):
    assert detect(text, expected=expected) == ""


@pytest.mark.parametrize(
    "noise",
    [
        f"> {ENGLISH}\n> {ENGLISH}",
        f"  > {ENGLISH}\n",
        f"`{ENGLISH}`",
        f"```\n{ENGLISH}\n{ENGLISH}\n```",
        "https://news.example/we-are-going-to-the-courthouse-on-monday-with-the-family " * 3,
        "www.we-are-going-to-the-courthouse-on-monday-with-the-family.example",
        "going-to-the-courthouse-with-the-whole-family@courthouse.example " * 3,
        "#WeAreGoingToTheCourthouse #WithTheFamily #OnMonday",
    ],
)
def test_addresses_code_and_quotes_do_not_mislead(noise):
    assert detect(f"{noise}\n\n{SPANISH}", expected="en") == "es"
    assert detect(noise, expected="es") == ""


def test_one_sentence_of_another_language_does_not_hide_that_of_the_rest():
    assert detect(f"{SPANISH}. {ENGLISH}. " + f"{SPANISH}. " * 4, expected="en") == "es"


def test_language_of_the_page_is_believed_sooner(monkeypatch):
    monkeypatch.setattr(language, "_detector", lambda: Fixed(("es", 0.5), ("gl", 0.5)))
    assert detect(SPANISH, expected="es-MX") == "es"
    assert detect(SPANISH, expected="en") == ""


def test_kinds_of_one_language_add_up(monkeypatch):
    monkeypatch.setattr(
        language, "_detector", lambda: Fixed(("fa", 0.35), ("ar", 0.33), ("arz", 0.32))
    )
    assert detect(SPANISH, expected="en") == "ar"


def test_language_without_a_code_of_two_letters_is_not_named(monkeypatch):
    monkeypatch.setattr(language, "_detector", lambda: Fixed(("zxx", 1.0)))
    assert detect(SPANISH, expected="en") == ""


@pytest.mark.parametrize("code", CATALOGUES)
def test_of_texts_over_40_characters_fewer_than_one_in_100_is_wrong(code):
    texts = catalogue(code)
    told = [detect(text, expected="en") for text in texts]
    wrong = [each for each in told if each not in ("", code[:2])]
    # Chinese says in 20 characters what others say in 40, so it has few texts.
    assert len(texts) >= (60 if code not in ("zh_Hans", "ko", "vi") else 5)
    assert (len(wrong) / len(texts) < 0.01, told.count("") / len(texts) < 0.25) == (True, True)


def catalogue(code):
    """Sentences of Django's own translation, without what programs fill in."""
    found = set()
    for po in Path(django.__file__).parent.rglob(f"locale/{code}/LC_MESSAGES/django.po"):
        for entry in re.findall(r'^msgstr(?:\[\d\])? ((?:".*"\n?)+)', po.read_text("utf-8"), re.M):
            text = "".join(re.findall(r'"(.*)"', entry)).replace("\\n", " ").replace('\\"', "")
            found.add(re.sub(r"%\(\w+\)\w|%\w|\{\w*\}|<[^>]*>", " ", text).strip())
    return [text for text in sorted(found) if len(text) > 40 and "charset" not in text]


@pytest.mark.parametrize("name", ["civil_ham", "foxnews_ham", "sms", "wikitalk_ham"])
def test_of_comments_in_english_fewer_than_one_in_100_is_wrong(name):
    lines = shared_path(f"data/spam/{name}.jsonl").read_text("utf-8").splitlines()[:2_000]
    texts = [text for text in (json.loads(line)["text"] for line in lines) if len(text) > 40]
    told = [detect(text, expected="es") for text in texts]
    wrong = [each for each in told if each not in ("", "en")]
    assert (len(texts) > 200, len(wrong) / len(texts) < 0.01) == (True, True)
    assert told.count("en") / len(texts) > 0.8


def test_failing_detector_loses_no_comment_and_says_so_without_its_words(monkeypatch, caplog):
    monkeypatch.setattr(language, "_detector", Broken)
    assert detect(SPANISH, expected="en") == ""
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "RuntimeError" in caplog.text
    assert "familia" not in caplog.text


@pytest.mark.parametrize("text", ["\ud800" * 60, f"{SPANISH}\udfff", "\x00" * 60, "\u202e" * 60])
def test_broken_characters_break_nothing(text):
    assert detect(text, expected="en") in ("", "es")


@pytest.mark.parametrize(
    ("code", "expected"),
    [("ar", "rtl"), ("fa", "rtl"), ("he", "rtl"), ("ur", "rtl"), ("ar-EG", "rtl"), ("", "")]
    + [(code, "ltr") for code in ("en", "es", "es-MX", "zh", "hi", "ht", "vi")],
)
def test_direction_follows_the_language(code, expected):
    assert direction(code) == expected


@pytest.mark.parametrize(
    "unit", ["a", "a ", "a.", "`", "```", "`\n", "> ", ">\n", "@", "a@", "\n", "é", "न", "\ud800"]
)
def test_hostile_text_of_full_length_takes_at_most_20_ms(unit):
    detect(SPANISH, expected="en")
    assert min(_seconds(unit * (5_000 // len(unit))) for _ in range(3)) < 0.02


def test_longer_text_takes_no_more_time():
    detect(SPANISH, expected="en")
    assert min(_seconds(f"{SPANISH}. " * 20_000) for _ in range(3)) < 0.02


def _seconds(text):
    begun = time.process_time()
    detect(text, expected="en")
    return time.process_time() - begun


def test_detector_is_loaded_only_when_it_is_asked():
    program = (
        "import sys; from comments import language; assert 'py3langid' not in sys.modules;"
        f"language.detect({SPANISH!r}, expected='en'); assert 'py3langid' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=settings.BASE_DIR)


def test_detector_is_loaded_once_when_many_ask_at_the_same_time(monkeypatch):
    loads = []
    together, second_load = threading.Barrier(8), threading.Barrier(2)

    class Loader:
        def from_model_file(self, *args, **kwargs):
            loads.append(args)
            with suppress(threading.BrokenBarrierError):
                second_load.wait(timeout=0.2)
            return Fixed(("es", 1.0))

    def ask():
        together.wait()
        answers.append(detect(SPANISH, expected="en"))

    answers = []
    monkeypatch.setattr("py3langid.langid.LanguageIdentifier", Loader())
    language._load.cache_clear()
    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    language._load.cache_clear()
    assert (len(loads), answers) == (1, ["es"] * 8)


class Fixed:
    """A detector that always says the same."""

    def __init__(self, *ranking):
        self.ranking = list(ranking)

    def rank(self, text):
        return self.ranking


class Broken:
    def rank(self, text):
        raise RuntimeError(f"cannot read {text}")
