from comments.rendering.links import checked_links
from comments.rendering.tokens import (
    attribute,
    characters,
    end_tag,
    set_attribute,
    start_tag,
    text_of,
)


def link(href, *inside):
    opening = start_tag("a")
    set_attribute(opening, "href", href)
    return [opening, *inside, end_tag("a")]


def checked(tokens, *, is_kept=lambda _href: True):
    """The stream in short: the href of a link, "/a" at its end, and the text."""
    shown = []
    for token in checked_links(tokens, is_kept=is_kept):
        if token.get("name") == "a":
            shown.append(attribute(token, "href") if token["type"] == "StartTag" else "/a")
        else:
            shown.append(text_of(token))
    return shown


def test_allowed_link_passes():
    tokens = link("https://news.example/", characters("our report"))

    assert checked(tokens) == ["https://news.example/", "our report", "/a"]


def test_refused_link_leaves_its_words_and_no_element():
    assert checked(link("https://bank@evil.example/", characters("words"))) == ["words"]


def test_link_that_the_last_sanitiser_would_drop_leaves_no_element():
    tokens = link("https://news.example/", characters("words"))

    assert checked(tokens, is_kept=lambda _href: False) == ["words"]


def test_disguised_link_shows_where_it_leads():
    tokens = link("https://evil.example/x", characters("bank"), characters(".example"))

    assert checked(tokens)[-2:] == [" (evil.example)", "/a"]


def test_mail_link_loses_its_parameters():
    tokens = link("mailto:a@b.example?bcc=c@d.example", characters("write"))

    assert checked(tokens)[0] == "mailto:a@b.example"


def test_link_inside_a_link_is_words_of_the_outer_one():
    inner = link("https://inner.example/", characters("bank.example"))
    tokens = link("https://evil.example/", *inner)

    assert checked(tokens) == ["https://evil.example/", "bank.example", " (evil.example)", "/a"]


def test_words_of_one_link_do_not_count_for_the_next():
    first = link("https://bank.example/", characters("bank.example"))
    second = link("https://news.example/", characters("news"))

    assert checked(first + second)[-2:] == ["news", "/a"]


def test_entities_in_the_words_count():
    tokens = link("https://evil.example/", characters("bank"), {"type": "Entity", "name": "period"})
    tokens.insert(-1, characters("example"))

    assert checked(tokens)[-2:] == [" (evil.example)", "/a"]
