"""Which HTML elements an imported body is made of, and what each means to a post here."""

# Whole lines: text before and after them is another paragraph.
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div"}
    | {"dl", "dt", "figcaption", "figure", "footer", "header", "li", "main", "nav", "ol", "p"}
    | {"pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol"})
CELLS = frozenset({"td", "th"})
# What the editor's bold and italic are stored as.
MARKS = {"b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "dfn": "i"}
# Other people's content, and the attribute that says where it is.
FRAMES = {"iframe": "src", "embed": "src", "object": "data"}
# Elements without an end.
LONE = frozenset({"br", "hr", "img"})
VOID = LONE | {"embed"}
