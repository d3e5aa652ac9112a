"""Talk of any size below a page: who answers whom, one minute after the other."""

from datetime import timedelta
from itertools import chain

from comments.models import Comment
from comments.threads import Place, visible_thread
from tests.comments.factories import SAID_AT, make_comment


def make_talk(page, answered, **fields):
    """A published comment for each item of `answered`: the place of what it answers, or None."""
    made: list[Comment] = []
    for place, parent in enumerate(answered):
        made.append(
            make_comment(
                page,
                created_at=SAID_AT + timedelta(minutes=place),
                **({} if parent is None else {"parent": made[parent]}),
                **fields,
            )
        )
    return made


def numbers(entries):
    """The numbers of all comments of these entries and below them, as they stand."""
    return list(chain.from_iterable([e.comment.pk, *numbers(e.replies)] for e in entries))


def numbers_on_all_pages(page):
    """What a reader finds who opens every page of the thread and every conversation cut short."""
    found = set()
    first = visible_thread(page)
    for number in range(1, first.pages + 1):
        thread = visible_thread(page, Place(number=number))
        found |= set(numbers(thread.entries))
        for entry in thread.entries:
            if entry.more:
                found |= numbers_in_conversation(page, entry.comment.pk)
    return found


def numbers_in_conversation(page, root):
    """What stands on all pages of one conversation."""
    pages = visible_thread(page, Place(conversation=root)).pages
    places = [Place(conversation=root, number=number) for number in range(1, pages + 1)]
    return {n for place in places for n in numbers(visible_thread(page, place).entries)}
