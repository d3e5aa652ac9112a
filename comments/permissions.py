"""Who may do what at the desk: moderate, ban and answer appeals, everything; and for which pages.

One person can do everything. Senior moderators and sections count only where the owner has
switched them on (`CommentSettings`). Whoever has a section sees nothing beyond it: not in lists,
for these ask `visible`, and not by an address, for `require_moderator` looks whose comment it is.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser, Permission
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, Q, QuerySet
from django.http import Http404, HttpRequest
from wagtail.models import Page, Site

from accounts.models import User
from comments.models import (
    BulkItem,
    Comment,
    CommentQuerySet,
    CommentSettings,
    ModerationEvent,
    SectionModerator,
)

MODERATE = "comments.moderate_comment"
SENIOR = "comments.senior_moderator"
SECTION, SETTINGS = "reader_comments_section", "reader_comments_settings"


class Right(StrEnum):
    """What a moderator may do beside deciding on comments."""

    BAN = "ban"
    RULES = "rules"
    APPEALS = "appeals"


# What is theirs alone once the owner has switched senior moderators on.
OF_SENIORS = frozenset({Right.BAN, Right.RULES, Right.APPEALS})
# What shows comments of the whole newsroom, or is about all of them; not for a section's moderator.
OF_THE_WHOLE = frozenset(
    {
        "reader_comments:add_block",
        "reader_comments:add_rule",
        "reader_comments:authorities",
        "reader_comments:ban",
        "reader_comments:bans",
        "reader_comments:blocks",
        "reader_comments:bring_back_rule",
        "reader_comments:change_rule",
        "reader_comments:irreversible",
        "reader_comments:lift_ban",
        "reader_comments:move_rule",
        "reader_comments:remove_block",
        "reader_comments:retire_rule",
    }
)
NAMESPACES_OF_THE_WHOLE = frozenset({"spam_filter"})
# Screens to which others lead, and who gets in.
OF_ADMINISTRATORS = frozenset({"reader_comments:sections"})
RIGHT_NEEDED = {
    "reader_comments:add_rule": Right.RULES,
    "reader_comments:ban": Right.BAN,
    "reader_comments:bans": Right.BAN,
}


def may_moderate(user: User | AnonymousUser) -> bool:
    """Whether the user may read what is held, see addresses, and decide."""
    return user.has_perm(MODERATE)


def may(user: User | AnonymousUser, right: Right, *, settings: Iterable[CommentSettings]) -> bool:
    """Whether a moderator has a right beside; `settings` are those of all sites.

    What is switched on at any of them is on: the desk is one, whatever host it is asked for by.
    """
    is_for_seniors = right in OF_SENIORS and any(row.has_senior_moderators for row in settings)
    return may_moderate(user) and (not is_for_seniors or user.has_perm(SENIOR))


def moderators() -> QuerySet[User]:
    """All active accounts that may moderate, by themselves, by a group, or by being everything."""
    return User.objects.with_perm(MODERATE)


def holders(right: Right) -> QuerySet[User]:
    """All active accounts with a right; it is the seniors' as `may` says."""
    are_on = CommentSettings.objects.filter(has_senior_moderators=True)
    if right not in OF_SENIORS or not are_on.exists():
        return moderators()
    return moderators().filter(pk__in=User.objects.with_perm(SENIOR).values("pk"))


def administrators() -> QuerySet[User]:
    """All active accounts that may do everything."""
    return User.objects.filter(is_superuser=True, is_active=True)


def require_moderator(request: HttpRequest) -> User:
    """The moderator who asks. Raises `PermissionDenied` for everybody else.

    A section's moderator gets 404 (`Http404`) for what is beyond it.
    """
    if not isinstance(request.user, User) or not may_moderate(request.user):
        raise PermissionDenied
    section = section_for(request)
    if section is not None:
        _require_within(section, request)
    return request.user


def require(request: HttpRequest, right: Right) -> User:
    """The moderator who asks and has a right. Raises `PermissionDenied` for everybody else."""
    moderator = require_moderator(request)
    if may(moderator, right, settings=_settings(request)):
        return moderator
    raise PermissionDenied


def require_administrator(request: HttpRequest) -> User:
    """The administrator who asks. Raises `PermissionDenied` for everybody else."""
    if isinstance(request.user, User) and request.user.is_superuser:
        return request.user
    raise PermissionDenied


def may_open(request: HttpRequest, view_name: str) -> bool:
    """Whether a moderator gets in at a screen of the desk: whether a link should lead there."""
    user, right = request.user, RIGHT_NEEDED.get(view_name)
    if view_name in OF_ADMINISTRATORS:
        return user.is_superuser
    if right and not may(user, right, settings=_settings(request)):
        return False
    return section_for(request) is None or not _is_of_the_whole(view_name)


def section_of(user: User) -> QuerySet[Page] | None:
    """The pages whose comments somebody moderates; None where it is all of them. One query."""
    if user.is_superuser:
        return None
    are_on = CommentSettings.objects.filter(has_section_moderators=True)
    given = SectionModerator.objects.filter(Exists(are_on), user=user)
    paths = list(given.values_list("page__path", flat=True))
    if not paths:
        return None
    # What was given may be gone: then nothing is left to moderate, not everything.
    below = reduce(or_, (Q(path__startswith=path) for path in paths if path), Q(pk=None))
    pages: QuerySet[Page] = Page.objects.filter(below)
    return pages


def section_for(request: HttpRequest) -> QuerySet[Page] | None:
    """The section of the moderator who asks, read once for a request; nobody has an empty one.

    No query for an administrator; the settings, and one more where sections are on.
    """
    if not hasattr(request, SECTION):
        setattr(request, SECTION, _read_section(request))
    section: QuerySet[Page] | None = getattr(request, SECTION)
    return section


def settings_for(request: HttpRequest) -> CommentSettings:
    """The settings of the site, without another query where sections were asked for."""
    site = Site.find_for_request(request)
    here = (row for row in _settings(request) if site and row.site_id == site.pk)
    return next(here, None) or CommentSettings.for_request(request)


def within(request: HttpRequest) -> CommentQuerySet:
    """All comments that the moderator who asks may moderate."""
    section, comments = section_for(request), Comment.objects.all()
    return comments if section is None else comments.filter(page__in=section)


def visible(comments: CommentQuerySet, user: User) -> CommentQuerySet:
    """Those of the comments that somebody may moderate."""
    section = section_of(user)
    return comments if section is None else comments.filter(page__in=section)


def reaching(users: QuerySet[User], page: Page) -> QuerySet[User]:
    """Those of the users who moderate the comments of a page: `section_of` the other way round."""
    if not CommentSettings.objects.filter(has_section_moderators=True).exists():
        return users
    ends = range(Page.steplen, len(page.path) + 1, Page.steplen)
    given = SectionModerator.objects.all()
    here = given.filter(page__path__in=[page.path[:end] for end in ends])
    is_for_all = Q(is_superuser=True) | ~Q(pk__in=given.values("user"))
    return users.filter(is_for_all | Q(pk__in=here.values("user")))


def grantable() -> QuerySet[Permission]:
    """What the form for groups offers of this room."""
    names = [name.partition(".")[2] for name in (MODERATE, SENIOR)]
    return Permission.objects.filter(content_type__app_label="comments", codename__in=names)


def _read_section(request: HttpRequest) -> QuerySet[Page] | None:
    user = request.user
    if not isinstance(user, User):
        nothing: QuerySet[Page] = Page.objects.none()
        return nothing
    if user.is_superuser or not any(row.has_section_moderators for row in _settings(request)):
        return None
    return section_of(user)


def _settings(request: HttpRequest) -> list[CommentSettings]:
    """The settings of all sites, read once for a request."""
    if not hasattr(request, SETTINGS):
        setattr(request, SETTINGS, list(CommentSettings.objects.all()))
    rows: list[CommentSettings] = getattr(request, SETTINGS)
    return rows


def _require_within(section: QuerySet[Page], request: HttpRequest) -> None:
    """Every object that the address names is of the section, and the screen is for sections."""
    match = request.resolver_match
    if match is None or _is_of_the_whole(match.view_name):
        raise PermissionDenied
    for name, value in match.kwargs.items():
        if name in _IS_WITHIN and not _IS_WITHIN[name](section, value):
            raise Http404


def _is_of_the_whole(view_name: str) -> bool:
    return view_name in OF_THE_WHOLE or view_name.partition(":")[0] in NAMESPACES_OF_THE_WHOLE


def _has_page(section: QuerySet[Page], page_id: int) -> bool:
    return section.filter(pk=page_id).exists()


def _has_comment(section: QuerySet[Page], comment_id: int) -> bool:
    return Comment.objects.filter(pk=comment_id, page__in=section).exists()


def _has_event(section: QuerySet[Page], event_id: int) -> bool:
    return Comment.objects.filter(events=event_id, page__in=section).exists()


def _has_appeal(section: QuerySet[Page], appeal_id: int) -> bool:
    return Comment.objects.filter(appeals=appeal_id, page__in=section).exists()


def _has_all_of_batch(section: QuerySet[Page], batch: UUID) -> bool:
    """Also where it was not carried out yet; what was deleted meanwhile belongs to nobody."""
    own = Comment.objects.filter(page__in=section).values("pk")
    events = ModerationEvent.objects.filter(batch=batch)
    items = BulkItem.objects.filter(job=batch)
    return not any(rows.exclude(comment_id__in=own).exists() for rows in (events, items))


# By what an address calls the number in it. Any: a number, or a batch.
_IS_WITHIN: Mapping[str, Callable[[QuerySet[Page], Any], bool]] = {
    "page_id": _has_page,
    "comment_id": _has_comment,
    "event_id": _has_event,
    "appeal_id": _has_appeal,
    "batch": _has_all_of_batch,
}
