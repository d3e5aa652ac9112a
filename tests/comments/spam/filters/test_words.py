import pytest

from comments.spam import Evidence, Sign, SpamContext
from comments.spam.filters.words import spam_phrases
from tests.comments.spam.submissions import a_submission


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"body": "Subscribe to  my\nchannel!"}, "subscribe to my channel"),
        ({"body": "¡SUSCRÍBETE A MI CANAL!"}, "suscríbete a mi canal"),
        ({"author_name": "Online Casino"}, "online casino"),
    ],
)
def test_an_advertisers_phrase_is_named(fields, found):
    assert spam_phrases(a_submission(**fields), SpamContext()) == Evidence(Sign.WORDS, found)


@pytest.mark.parametrize(
    "body",
    [
        "The casino workers' union supports the march.",
        "I work from home, so I can phone at noon.",
        "Make the channel of complaints public!",
    ],
)
def test_campaigners_words_are_none(body):
    assert spam_phrases(a_submission(body=body), SpamContext()) is None
