import pytest
from django.conf import settings

from home.describing.territory import open_graph_locale


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "en_US"), ("es", "es_LA"), ("es-mx", "es_MX"), ("pt-br", "pt_BR"), ("tlh", "")],
)
def test_a_language_is_named_with_its_territory(language, told):
    assert open_graph_locale(language) == told


def test_every_language_of_the_newsroom_has_one():
    assert all(open_graph_locale(code) for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)
