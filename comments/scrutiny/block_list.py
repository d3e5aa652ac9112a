"""What the moderators asked to be shown before anybody else reads it."""

from comments import blocks
from comments.blocks import Said
from comments.case import Case
from comments.spam import Evidence, Sign


def is_on_the_block_list(case: Case) -> Evidence | None:
    """The detail names the kind, and what was typed of it: never an address."""
    sent = case.submission
    entries = blocks.current(sent.sent_at)
    found = entries.find(
        Said(
            name=sent.author_name,
            body=sent.body,
            html=case.rendered.html,
            website=sent.author_website,
            email=sent.author_email,
            sender_key=sent.sender.key,
        )
    )
    if found is None:
        return None
    named = f"{found.shown} ({found.reason})".strip()
    return Evidence(Sign.BLOCKED, f"{found.kind}: {named}")
