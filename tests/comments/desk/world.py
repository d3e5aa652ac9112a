"""One comment with all that hangs on it, in a section and beside it, and everybody who may ask."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.urls import URLPattern, reverse
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from comments import bans, blocks, moderation
from comments.blocks import Entry
from comments.models import (
    Block,
    BlockKind,
    BulkItem,
    BulkJob,
    Comment,
    CommentSettings,
    Rule,
    SavedFilter,
    SectionModerator,
)
from comments.states import Action
from tests.comments.appellant import make_appeal
from tests.comments.factories import make_comment, make_ruling, make_user
from tests.comments.irreversible.wishes import ask
from tests.comments.moderation_queue.staff import (
    ROLES,
    give_section,
    make_administrator,
    make_moderator,
    make_senior,
)
from tests.pages import Newsroom, make_plain_page, make_post

SECRET = "zanzibarzq"


@dataclass(frozen=True)
class Thing:
    """What addresses name: comments that are public, waiting and decided on, and what is theirs."""

    page: Page
    public: Comment
    waiting: Comment
    decided: Comment
    numbers: dict[str, int | UUID]

    def url(self, namespace: str, pattern: URLPattern) -> str:
        """The address of one of our URL patterns."""
        names = pattern.pattern.converters
        numbers = self.numbers
        if pattern.name == "answer":
            numbers = numbers | {"comment_id": self.public.pk}
        if pattern.name == "lift_ban":
            numbers = numbers | {"block_id": Block.objects.get(is_ban=True).pk}
        kwargs = {name: numbers[name] for name in names}
        return reverse(f"{namespace}:{pattern.name}", kwargs=kwargs)

    @property
    def sent(self) -> dict[str, object]:
        """What the forms of the desk send about it, all in one."""
        number, seen = self.waiting.pk, self.waiting.events.latest("pk").pk
        return {
            "comment": number,
            "decide": f"{number}.approve",
            f"seen-{number}": seen,
            "alike": f"approve {number}.{seen}",
            "matching": "approve",
            "up_to": seen,
            "back": "",
        }

    @property
    def events(self) -> int:
        """How often something happened to its comments."""
        comments = (self.public, self.waiting, self.decided)
        return sum(comment.events.count() for comment in comments)


def make_thing(page: Page) -> Thing:
    """A public, a waiting and a trashed comment, the last with an appeal, of a decision on many."""
    fields = {"author_name": f"{SECRET} {page.pk}"}
    public, waiting, decided = (
        make_comment(page, f"{SECRET} {page.pk}", status=status, **fields)
        for status in ("published", "pending", "pending")
    )
    judge, batch = make_user(f"judge of {page.pk}"), uuid4()
    event = moderation.trash(decided.pk, make_ruling(decided, judge, batch=batch))
    job = BulkJob.objects.create(
        batch=batch, action=Action.TRASH, moderator=judge, ended_at=timezone.now()
    )
    BulkItem.objects.create(job=job, comment_id=decided.pk, seen_event_id=1, outcome="done")
    numbers: dict[str, int | UUID] = {
        "comment_id": decided.pk,
        "event_id": event.pk,
        "batch": batch,
        "page_id": page.pk,
        "appeal_id": make_appeal(decided).pk,
    }
    return Thing(page, public, waiting, decided, numbers)


@dataclass(frozen=True)
class World:
    """A newsroom with a thing in a section and one beside it."""

    newsroom: Newsroom
    inside: Thing
    beside: Thing

    def switch_on(self, name: str) -> None:
        """What the owner can switch on in the settings."""
        CommentSettings.objects.update(**{name: True})


def make_world(newsroom: Newsroom) -> World:
    """Both things, and what belongs to the newsroom as a whole."""
    CommentSettings.for_site(newsroom.site).save()
    inside = make_thing(make_post(newsroom))
    beside = make_thing(make_plain_page(newsroom))
    root, other = make_administrator("who asked"), make_moderator("somebody else")
    held = blocks.add(Entry(BlockKind.PHRASE, "x", "x", "y"), expires_at=None, user=root)
    bans.ban(Entry(BlockKind.NAME, "n", "N", "y"), days=1, user=root, now=timezone.now())
    shared: dict[str, int | UUID] = {
        "act_id": ask(root, beside.decided).pk,
        "block_id": held.pk,
        "filter_id": SavedFilter.objects.create(user=other, name="theirs").pk,
        "given_id": SectionModerator.objects.create(user=other, page=newsroom.home).pk,
        "rule_id": Rule.objects.earliest("pk").pk,
    }
    for thing in (inside, beside):
        thing.numbers.update(shared)
    return World(newsroom, inside, beside)


def _beside_seniors(world: World) -> User:
    world.switch_on("has_senior_moderators")
    return make_moderator()


def _senior(world: World) -> User:
    world.switch_on("has_senior_moderators")
    return make_senior()


def _of_a_section(world: World) -> User:
    world.switch_on("has_section_moderators")
    ana = make_moderator()
    give_section(ana, world.newsroom.index)
    return ana


# Who asks, in the order of the columns of the table.
PEOPLE: dict[str, Callable[[World], User | None]] = {
    **{role: lambda _world, make=make: make() for role, make in ROLES.items()},
    "moderator beside seniors": _beside_seniors,
    "senior": _senior,
    "section, inside": _of_a_section,
    "section, beside": _of_a_section,
}
