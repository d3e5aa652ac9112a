"""A time ends in "a.m." in English: no sentence may end with one, or it had two full stops."""

import re

import pytest
from django.conf import settings

TIME = r'\|date:"(?:SHORT_DATE|DATE)?_?TIME_FORMAT"'
SHOWN_AT_THE_END = re.compile(TIME + r" }}(?:</time>)?(?:{%[^%]*%}[^{]*{% endif %})?\.")
SENTENCE = re.compile(
    r"{% blocktranslate[^%]*?(?P<name>\w+)=[\w.]+" + TIME + r".*?%}(?P<words>.*?)"
    r"{% endblocktranslate %}(?P<after>.?)"
)
IN_CODE = re.compile(r"%\(time\)s\.")


def ends_with_a_time(template):
    in_sentences = any(
        f"{{{{ {found['name']} }}}}." in found["words"] + found["after"]
        for found in SENTENCE.finditer(template)
    )
    return in_sentences or SHOWN_AT_THE_END.search(template) is not None


def test_no_sentence_of_a_template_ends_with_a_time():
    found = (settings.BASE_DIR / "templates").rglob("*.html")
    assert [path.name for path in found if ends_with_a_time(path.read_text())] == []


def test_no_sentence_of_the_code_ends_with_a_moment():
    modules = [
        path
        for room in ("comments", "home", "blog", "operations")
        for path in (settings.BASE_DIR / room).rglob("*.py")
        if "date_format(" in path.read_text()
    ]
    assert len(modules) > 1
    assert [path.name for path in modules if IN_CODE.search(path.read_text())] == []


@pytest.mark.parametrize(
    "template",
    [
        (
            '{% blocktranslate trimmed with day=a.b|date:"DATETIME_FORMAT" %}Asked {{ day }}.'
            "{% endblocktranslate %}"
        ),
        '{% blocktranslate with at=a|date:"TIME_FORMAT" %}Until {{ at }}{% endblocktranslate %}.',
        '{{ at|date:"SHORT_DATETIME_FORMAT" }}.',
        '{{ at|date:"SHORT_DATETIME_FORMAT" }}{% if x %}, y{% endif %}.',
        '<time>{{ at|date:"DATETIME_FORMAT" }}</time>.',
    ],
)
def test_such_a_sentence_is_seen(template):
    assert ends_with_a_time(template)


@pytest.mark.parametrize(
    "template",
    [
        '{% blocktranslate with day=a|date:"DATE_FORMAT" %}On {{ day }}.{% endblocktranslate %}',
        '{% blocktranslate with at=a|date:"TIME_FORMAT" %}At {{ at }}, so.{% endblocktranslate %}',
        '{{ at|date:"DATETIME_FORMAT" }}, by Ana.',
    ],
)
def test_others_are_not(template):
    assert not ends_with_a_time(template)
