"""What a comment's HTML may hold. The style sheet and the attack harness know the same list."""

TAGS = frozenset({"p", "br", "em", "strong", "a", "blockquote", "ul", "ol", "li", "code", "pre"})
ATTRIBUTES = {"*": set[str](), "a": {"href"}, "ol": {"start"}}
SCHEMES = frozenset({"http", "https", "mailto"})
LINK_REL = "nofollow ugc noopener"
"""Written on every link: no reward for spam, no handle on our window."""

RENAMED = {"b": "strong", "i": "em"}
"""Elements that mean the same as one that comments may hold."""

FOREIGN_BLOCKS = frozenset(
    {"address", "article", "aside", "details", "div", "fieldset", "figcaption", "figure", "footer"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "section", "summary"}
    | {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "dd", "dl", "dt"}
)
"""Elements that end a line in a browser and that no comment may hold: they become breaks."""

READABLE_TAGS = TAGS | FOREIGN_BLOCKS | frozenset(RENAMED)
"""What imported HTML may hold before it is turned into TAGS."""
