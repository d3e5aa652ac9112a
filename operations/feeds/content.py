"""A page's HTML as a feed carries it: for any program, in any place, without our style sheets."""

import nh3

_TAGS = {
    *("a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "col", "colgroup"),
    *("dd", "del", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "hr", "i"),
    *("img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "section", "small", "span"),
    *("strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u"),
    "ul",
}
_DROPPED_WHOLE = {"button", "form", "iframe", "script", "select", "style", "svg", "textarea"}
_ATTRIBUTES = {
    "*": {"dir", "lang"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
# Feed readers run no scripts of ours and play nothing: what is no address to follow goes.
_SCHEMES = {"http", "https", "mailto", "tel"}


def absolute(html: str, *, base: str) -> str:
    """Words, links and images alone, every address whole; `base` is the address of their page."""
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_DROPPED_WHOLE,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        url_relative=("rewrite_with_base", base),
        link_rel=None,
    ).strip()
