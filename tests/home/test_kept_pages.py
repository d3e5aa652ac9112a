"""Whatever changes, no reader gets what was kept before: everything is as if made anew."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from accounts.models import User
from blog.models import PostPage, Topic
from comments import moderation, raids
from comments.intake import submit_comment
from comments.models import Comment, CommentSettings
from comments.states import CommentStatus, Reason
from home.models import NewsroomSettings
from operations import schedule
from operations.models import ChangeCount
from tests import sampling
from tests.comments.factories import make_comment, make_ruling, make_submission, make_user
from tests.kinds_of_pages import addresses
from tests.operations.page_cache.asking import Reader, reader_of_the_cache
from tests.pages import Newsroom, label, make_newsroom, make_post, sign

SHOWN = ("front", "index", "post", "campaign", "search", "archive", "missing")


@dataclass
class World:
    """What is changed: a newsroom with a page of each kind, and a comment below the post."""

    reader: Reader
    tree: Newsroom
    addresses: list[str]
    post: PostPage
    comment: Comment
    moderator: User

    def ruling(self, comment: Comment | None = None, **fields: object) -> object:
        return make_ruling(comment or self.comment, self.moderator, **fields)

    def differences(self) -> Iterator[str]:
        """Where a reader gets something else than what would be made now."""
        for address in self.addresses:
            got, made = self.reader.get(address), self.reader.get_anew(address)
            is_for_all = "s-maxage" in made.headers.get("Cache-Control", "")
            if got.status != made.status or (is_for_all and got.body != made.body):
                yield address


@pytest.fixture
def world(db: None, settings) -> Iterator[World]:
    settings.COUNTS_PAGE_VIEWS = False
    with reader_of_the_cache() as reader:
        tree = make_newsroom()
        places = [place for kind, place in addresses(tree).items() if kind in SHOWN]
        comment = Comment.objects.get()
        post = PostPage.objects.get()
        sign(post, ["Marisol Vega"])
        label(post, ["Buses"])
        more = ["/feed/", "/comments/feed/", f"{post.url}comments/feed/", "/sitemap.xml"]
        more += [
            "/api/v1/posts/",
            f"/api/v1/threads/{post.pk}",
            "/robots.txt",
            "/transparency.json",
        ]
        moderator = make_user(is_superuser=True)
        yield World(reader, tree, [*places, *more], post, comment, moderator)


def publish_a_comment(world: World) -> None:
    waiting = make_comment(world.post, "Me too.", status=CommentStatus.PENDING)
    moderation.approve(waiting.pk, world.ruling(waiting))


def remove_the_comment(world: World) -> None:
    moderation.remove(world.comment.pk, world.ruling(reason=Reason.ABUSE))


def hold_the_comment(world: World) -> None:
    moderation.hold(world.comment.pk, world.ruling())


def mark_it_as_spam(world: World) -> None:
    moderation.mark_spam(world.comment.pk, world.ruling())


def withdraw_it(world: World) -> None:
    from comments.moderation.withdrawal import withdraw

    withdraw(world.comment.pk, keeps_name=False)


def undo_a_removal(world: World) -> None:
    remove_the_comment(world)
    assert list(world.differences()) == []
    event = world.comment.events.latest("pk")
    moderation.undo(event.pk, moderator=world.moderator)


def somebody_writes(world: World) -> None:
    CommentSettings.objects.update_or_create(
        site=world.tree.site, defaults={"moderation": "hold_doubtful"}
    )
    assert list(world.differences()) == []
    submit_comment(make_submission(world.post), page=world.post)


def edit_the_post(world: World) -> None:
    world.post.title = "The county votes again"
    world.post.save_revision().publish()


def unpublish_it(world: World) -> None:
    world.post.unpublish()


def delete_another(world: World) -> None:
    other = make_post(world.tree, title="Other")
    assert list(world.differences()) == []
    other.delete()


def move_it(world: World) -> None:
    world.post.move(world.tree.home, pos="last-child")


def restrict_it(world: World) -> None:
    PageViewRestriction.objects.create(page=world.post, restriction_type="login")


def lift_a_restriction(world: World) -> None:
    restrict_it(world)
    assert list(world.differences()) == []
    PageViewRestriction.objects.all().delete()


def rename_the_newsroom(world: World) -> None:
    world.tree.home.title = "One County"
    world.tree.home.save_revision().publish()


def change_its_tagline(world: World) -> None:
    newsroom = NewsroomSettings.for_site(world.tree.site)
    newsroom.tagline = "For all"
    newsroom.save()


def rename_a_topic(world: World) -> None:
    Topic.objects.update(name="Trams")


def close_comments(world: World) -> None:
    CommentSettings.objects.update_or_create(
        site=world.tree.site, defaults={"moderation": "closed"}
    )


def switch_a_raid_on(world: World) -> None:
    raids.start(world.post, hours=1, user=world.moderator)


def publish_what_is_due(world: World) -> None:
    later = make_post(world.tree, title="Later")
    later.unpublish()
    later.go_live_at = timezone.now() - timedelta(seconds=1)
    later.save_revision(approved_go_live_at=later.go_live_at)
    assert list(world.differences()) == []
    schedule.settle()
    assert Page.objects.get(pk=later.pk).live


CHANGES: list[Callable[[World], None]] = [
    publish_a_comment,
    remove_the_comment,
    hold_the_comment,
    mark_it_as_spam,
    withdraw_it,
    undo_a_removal,
    somebody_writes,
    edit_the_post,
    unpublish_it,
    delete_another,
    move_it,
    restrict_it,
    lift_a_restriction,
    rename_the_newsroom,
    change_its_tagline,
    rename_a_topic,
    close_comments,
    switch_a_raid_on,
    publish_what_is_due,
]


@pytest.mark.parametrize(
    "change", sampling.of(CHANGES, sample=CHANGES[::3]), ids=lambda change: change.__name__
)
def test_after_every_change_everything_is_as_if_made_anew(
    world: World, change: Callable[[World], None]
) -> None:
    assert list(world.differences()) == []
    change(world)
    assert list(world.differences()) == []


def test_pages_are_kept_at_all(world: World) -> None:
    for address in world.addresses:
        world.reader.get(address)  # the first of all makes the rows of settings
    world.reader.made.clear()
    for address in world.addresses * 2:
        world.reader.get(address)
    made = [path for path in world.reader.made if path != "/nothing-stands-here/"]
    assert len(made) == len(set(made))


def test_what_waits_unseen_spoils_nothing(world: World) -> None:
    CommentSettings.objects.update_or_create(
        site=world.tree.site, defaults={"moderation": "hold_all"}
    )
    world.reader.get(world.post.url)
    numbers = ChangeCount.objects.values_list("number")
    before = list(numbers)
    assert (
        submit_comment(make_submission(world.post), page=world.post).status == CommentStatus.PENDING
    )
    assert list(numbers) == before


@pytest.mark.parametrize("what", ["comments close", "a raid ends"])
def test_what_changes_by_itself_is_made_anew_at_that_moment(world: World, clock, what: str) -> None:
    if what == "a raid ends":
        raids.start(world.post, hours=1, user=world.moderator)
        ahead = timedelta(hours=1)
    else:
        settings = CommentSettings.for_site(world.tree.site)
        settings.close_after_days = 1
        settings.save()
        PostPage.objects.update(first_published_at=timezone.now(), posted_at=timezone.now())
        ahead = timedelta(days=1)
    clock.shift(ahead - timedelta(seconds=5))
    assert list(world.differences()) == []
    clock.shift(timedelta(seconds=6))
    assert list(world.differences()) == []
