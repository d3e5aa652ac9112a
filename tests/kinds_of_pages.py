"""A page of each kind that many readers see, with everything that was typed in known words."""

from tests.comments.factories import make_comment
from tests.pages import Newsroom, make_campaign, make_plain_page, make_post

TITLE, WORDS, AUTHOR = "The county votes", "Come and speak.", "Ana"
TYPED = frozenset(
    {TITLE, WORDS, AUTHOR, "Bus 40", "The bus runs at night.", "About", "News", "Campaigns"}
    | {"Broadside", "zzz", "county"}
)
KINDS = (
    "front",
    "index",
    "post",
    "page",
    "campaigns",
    "campaign",
    "archive",
    "search",
    "nothing found",
    "form",
    "rules",
    "report",
    "transparency",
    "missing",
)


def addresses(tree: Newsroom) -> dict[str, str]:
    """An address of each kind, in the language of a newsroom's tree; makes what stands there."""
    post = make_post(tree, title=TITLE)
    comment = make_comment(post, body=WORDS, author_name=AUTHOR)
    campaign = make_campaign(tree)
    return {
        "front": tree.home.url,
        "index": tree.index.url,
        "post": post.url,
        "page": make_plain_page(tree).url,
        "campaigns": campaign.get_parent().url,
        "campaign": campaign.url,
        "archive": f"{tree.index.url}2012/",
        "search": f"{tree.index.url}search/?q=county",
        "nothing found": f"{tree.index.url}search/?q=zzz",
        "form": f"/comments/{post.pk}/form/",
        "rules": f"/comments/rules/{tree.home.locale.language_code}/",
        "report": f"/comments/{comment.pk}/report/",
        "transparency": f"{tree.home.url}transparency/",
        "missing": f"{tree.home.url}nothing-stands-here/",
    }
