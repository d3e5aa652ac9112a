"""How OpenGraph names the language of a page: with a territory, such as `en_US`."""

from django.utils.translation import to_locale

# Of languages that name none the one that link previews know; es_LA is theirs for Latin America.
TERRITORIES = {"en": "en_US", "es": "es_LA"}


def open_graph_locale(language: str) -> str:
    """The name of a language code such as "es" or "pt-br"; empty where no territory is known."""
    name = to_locale(language)
    return name if "_" in name else TERRITORIES.get(name, "")
