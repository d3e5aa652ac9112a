"""Who may moderate, and who may delete a post together with what was said below it."""

from django.contrib.auth.models import AnonymousUser, Permission
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.models import User

MODERATE = "comments.moderate_comment"


def may_moderate(user: User | AnonymousUser) -> bool:
    """Whether the user may read what is held, see addresses, and decide."""
    return user.has_perm(MODERATE)


def moderators() -> QuerySet[User]:
    """All active accounts that may moderate, by themselves, by a group, or by being everything."""
    return User.objects.with_perm(MODERATE)


def require_moderator(request: HttpRequest) -> User:
    """The moderator who asks. Raises `PermissionDenied` for everybody else."""
    if isinstance(request.user, User) and may_moderate(request.user):
        return request.user
    raise PermissionDenied


def require_administrator(request: HttpRequest) -> User:
    """The administrator who asks. Raises `PermissionDenied` for everybody else."""
    if isinstance(request.user, User) and request.user.is_superuser:
        return request.user
    raise PermissionDenied


def grantable() -> QuerySet[Permission]:
    """What the form for groups offers of this room."""
    return Permission.objects.filter(
        content_type__app_label="comments", codename="moderate_comment"
    )
