"""Blacking words out of what the newsroom keeps beside its comments.

That is: what authors are told by a decision on many, the block list, and saved lists.
"""

from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode

from accounts.models import User
from comments import bans, blocks, permissions
from comments.models import Block, BlockKind, BulkJob, CommentSettings, SavedFilter
from comments.moderation.blackening import BLACK, blackened, places
from comments.permissions import Right

# What is as short as a name or an address is told by a part of it, as by a family name.
MOST_WORDS_OF_A_NAME = 4
MIN_PART = 3
LONGEST = Block._meta.get_field("reason").max_length or 0  # what is shown has as much room
LONGEST_NAME = SavedFilter._meta.get_field("name").max_length or 0
LONGEST_QUERY = SavedFilter._meta.get_field("query").max_length or 0

Words = tuple[str, ...]


def blacken_jobs(comment_id: int, words: Words) -> None:
    """Black words out of what the authors are told by decisions on many that hold a comment."""
    for job in BulkJob.objects.filter(items__comment_id=comment_id).exclude(explanation=""):
        job.explanation = blackened(job.explanation, words)
        job.save(update_fields=["explanation"])


def clear_blocks(words: Words, *, name: str, user: User) -> None:
    """Take off the block list what is there by such words alone, or by a name; blacken the rest.

    `name` is that of the comment when it goes, too, or "". Who may not take an entry off the
    list, as its own screen would let them, ends nothing by this: it stays in force, unreadable.
    So does a phrase that has other words as well.
    """
    of_name = blocks.value_of(BlockKind.NAME, name) if name else ""
    may_take_off = _taking_off(user)
    for block in Block.objects.select_for_update().order_by("pk"):
        is_by_them = _is_by_them(block, words, of_name)
        if is_by_them and may_take_off(block):
            (bans.lift if block.is_ban else blocks.remove)(block, user=user)
        else:
            _blacken(block, words, is_by_them=is_by_them)


def forget_lists(words: Words, *, user: User) -> None:
    """Delete saved lists that look for such words, or for a part of a name, or are called so.

    Whoever has a section leaves those of others, without the words.
    """
    has_section = permissions.section_of(user) is not None
    for saved in SavedFilter.objects.all():
        sought = (*words, *_parts_sought(saved, words))
        if not _is_about(saved, sought):
            continue
        if has_section and saved.user_id != user.pk:
            _blacken_list(saved, sought)
        else:
            saved.delete()


def _taking_off(user: User) -> Callable[[Block], bool]:
    """Whether somebody may take an entry off: the list is the whole newsroom's."""
    has_whole = permissions.section_of(user) is None
    may_ban = permissions.may(user, Right.BAN, settings=CommentSettings.objects.all())
    return lambda block: has_whole and (may_ban or not block.is_ban)


def _is_by_them(block: Block, words: Words, of_name: str) -> bool:
    if block.kind == BlockKind.NAME:
        return bool(of_name) and block.value == of_name
    # A host is nobody's word, and addresses are digests.
    return block.kind == BlockKind.PHRASE and any(
        _is_nothing_else(text, words) for text in (block.shown, block.value)
    )


def _is_nothing_else(text: str, words: Words) -> bool:
    left = blackened(text, words).replace(BLACK, "")
    return left != text and not any(character.isalnum() for character in left)


def _blacken(block: Block, words: Words, *, is_by_them: bool) -> None:
    """What can be read of an entry; what is compared stays, or it would hold nothing any more."""
    shown = BLACK if is_by_them else _shown(block, words)
    reason = blackened(block.reason, words)
    if (shown, reason) != (block.shown, block.reason):
        block.shown, block.reason = shown[:LONGEST], reason[:LONGEST]
        block.save(update_fields=["shown", "reason"])


def _shown(block: Block, words: Words) -> str:
    """What is shown of an entry with other words, too; a name that stays is shown as it was."""
    if block.kind != BlockKind.PHRASE:
        return block.shown
    shown = blackened(block.shown, words)
    is_spelled_otherwise = shown == block.shown and bool(places(block.value, words))
    return BLACK if is_spelled_otherwise else shown


def _parts_sought(saved: SavedFilter, words: Words) -> Words:
    """What a list looks for that is a part of a name among the words."""
    names = [each for each in words if len(each.split()) <= MOST_WORDS_OF_A_NAME]
    sought = (value.strip() for key, value in parse_qsl(saved.query) if key == "q")
    return tuple(
        value
        for value in sought
        if len(value) >= MIN_PART
        and not value.isdecimal()
        and any(places(each, (value,)) for each in names)
    )


def _is_about(saved: SavedFilter, words: Words) -> bool:
    said = [saved.name, *(value for _key, value in parse_qsl(saved.query))]
    return any(places(text, words) for text in said)


def _blacken_list(saved: SavedFilter, words: Words) -> None:
    name = blackened(saved.name, words)[:LONGEST_NAME]
    theirs = SavedFilter.objects.filter(user=saved.user_id, name=name).exclude(pk=saved.pk)
    saved.name = f"{BLACK} {saved.pk}" if theirs.exists() else name
    query = urlencode([(key, blackened(value, words)) for key, value in parse_qsl(saved.query)])
    saved.query = query[:LONGEST_QUERY]
    saved.save(update_fields=["name", "query"])
