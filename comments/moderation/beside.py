"""Blacking words out of what the newsroom keeps beside its comments.

That is: what authors are told by a decision on many, the block list, and saved lists.
"""

from collections.abc import Iterable
from urllib.parse import parse_qsl

from accounts.models import User
from comments import bans, blocks
from comments.models import Block, BlockKind, BulkJob, SavedFilter
from comments.moderation.blackening import blackened, places

Words = tuple[str, ...]


def blacken_jobs(comment_id: int, words: Words) -> None:
    """Black words out of what the authors are told by decisions on many that hold a comment."""
    for job in BulkJob.objects.filter(items__comment_id=comment_id).exclude(explanation=""):
        job.explanation = blackened(job.explanation, words)
        job.save(update_fields=["explanation"])


def clear_blocks(words: Words, *, name: str, user: User) -> None:
    """Take off the block list what is there by such words, or by a name, and blacken reasons.

    `name` is that of the comment when it goes, too, or "". An entry cannot be compared with
    words that are nowhere; so it goes, a ban as well, and the log says by whom.
    """
    of_name = blocks.value_of(BlockKind.NAME, name) if name else ""
    for block in Block.objects.select_for_update().order_by("pk"):
        if _is_by_them(block, words, of_name):
            (bans.lift if block.is_ban else blocks.remove)(block, user=user)
        elif places(block.reason, words):
            block.reason = blackened(block.reason, words)[: _longest_reason()]
            block.save(update_fields=["reason"])


def forget_lists(words: Words) -> None:
    """Delete saved lists, of whomever, that look for such words or are called by them."""
    for saved in SavedFilter.objects.all():
        said = [saved.name, *(value for _name, value in parse_qsl(saved.query))]
        if _say(said, words):
            saved.delete()


def _is_by_them(block: Block, words: Words, of_name: str) -> bool:
    if block.kind == BlockKind.NAME:
        return bool(of_name) and block.value == of_name
    # A host is nobody's word, and addresses are digests.
    return block.kind == BlockKind.PHRASE and _say((block.shown, block.value), words)


def _say(texts: Iterable[str], words: Words) -> bool:
    return any(places(text, words) for text in texts)


def _longest_reason() -> int:
    return Block._meta.get_field("reason").max_length or 0
