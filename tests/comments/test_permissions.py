import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Site

from accounts.models import User
from comments import permissions
from comments.models import Comment, CommentSettings, SectionModerator
from comments.permissions import Right
from tests.comments.factories import make_comment, make_user
from tests.comments.moderation_queue import staff
from tests.comments.moderation_queue.staff import give_section, make_senior
from tests.pages import make_plain_page, make_post

groups = importlib.import_module("comments.migrations.0002_groups")


@pytest.fixture
def group(db):
    Group.objects.filter(name=groups.GROUP).delete()
    groups.make_group(apps, None)
    return Group.objects.get(name=groups.GROUP)


@pytest.mark.parametrize(
    ("role", "expected"),
    [("editor", False), ("outsider", True), ("moderator", True), ("administrator", True)],
)
def test_only_the_permission_makes_a_moderator(newsroom, role, expected):
    assert permissions.may_moderate(staff.ROLES[role]()) is expected


def test_a_visitor_may_not_moderate():
    assert not permissions.may_moderate(AnonymousUser())


def test_a_moderator_who_left_may_not_moderate(newsroom):
    assert not permissions.may_moderate(staff.make_moderator(is_active=False))


@pytest.mark.parametrize("user", [AnonymousUser(), None])
def test_nobody_passes_as_moderator_without_the_right(rf, db, user):
    request = rf.get("/")
    request.user = user or make_user()
    with pytest.raises(PermissionDenied):
        permissions.require_moderator(request)


def test_a_moderator_is_no_administrator(rf, newsroom):
    request = rf.get("/")
    request.user = staff.make_moderator()
    assert permissions.require_moderator(request) == request.user
    with pytest.raises(PermissionDenied):
        permissions.require_administrator(request)


def test_the_form_for_groups_offers_the_right_to_moderate(db):
    make_senior()
    names = {permission.codename for permission in permissions.grantable()}
    assert names == {"moderate_comment", "senior_moderator"}


def test_comment_moderators_have_two_rights_and_no_other(group):
    names = {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.all()}
    assert names == {staff.ENTER, staff.MODERATE}
    assert not group.page_permissions.exists()
    assert not group.collection_permissions.exists()


def can_do_nothing_with(client, url):
    """Whether the admin sends its visitor back to the dashboard, whatever is tried."""
    answers = [client.get(url), client.post(url)]
    return all((answer.status_code, answer.url) == (302, "/admin/") for answer in answers)


@pytest.mark.parametrize(
    "name",
    [f"wagtailadmin_pages:{name}" for name in ("edit", "delete", "unpublish", "copy", "move")]
    + ["wagtailadmin_explore", "wagtailadmin_pages:add_subpage"]
    + ["wagtailimages:index", "wagtailimages:add", "wagtaildocs:index", "wagtaildocs:add"]
    + ["wagtailusers_users:index", "wagtailusers_groups:index", "wagtailsites:index"]
    + ["wagtailredirects:index", "wagtailsnippets:index", "wagtailadmin_workflows:index"],
)
def test_a_comment_moderator_can_touch_nothing_but_comments(group, post, name):
    user = make_user()
    user.groups.add(group)
    url = reverse(name, args=[post.pk] if "page" in name or "explore" in name else [])
    assert can_do_nothing_with(staff.sign_in(user), url)


def test_the_group_can_be_made_before_django_has_made_the_permission(db):
    Permission.objects.filter(codename="moderate_comment").delete()
    Group.objects.filter(name=groups.GROUP).delete()
    groups.make_group(apps, None)
    made = permissions.grantable().get(codename="moderate_comment")
    assert made.name == "Can moderate reader comments"


def test_the_group_goes_when_the_migration_is_taken_back(group):
    groups.remove_group(apps, None)
    assert not Group.objects.filter(name=groups.GROUP).exists()


def switch_on(newsroom, name):
    settings = CommentSettings.for_site(newsroom.site)
    setattr(settings, name, True)
    settings.save()
    return settings


def asked_by(rf, user):
    request = rf.get("/")
    request.user = user
    return request


@pytest.mark.parametrize("right", Right)
def test_every_moderator_has_every_right_until_there_are_seniors(rf, newsroom, right):
    ana = staff.make_moderator()
    assert permissions.require(asked_by(rf, ana), right) == ana
    assert list(permissions.holders(right)) == [ana]


@pytest.mark.parametrize("right", Right)
def test_with_seniors_only_they_and_administrators_have_it(rf, newsroom, right):
    switch_on(newsroom, "has_senior_moderators")
    senior, root, ana = make_senior(), staff.make_administrator(), staff.make_moderator()
    assert set(permissions.holders(right)) == {senior, root}
    for user in (senior, root):
        assert permissions.require(asked_by(rf, user), right) == user
    assert permissions.require_moderator(asked_by(rf, ana)) == ana
    with pytest.raises(PermissionDenied):
        permissions.require(asked_by(rf, ana), right)


def test_the_host_of_another_site_gives_nobody_a_right_of_seniors(rf, newsroom):
    switch_on(newsroom, "has_senior_moderators")
    Site.objects.create(hostname="other.example", root_page=newsroom.home)
    request = rf.get("/", headers={"host": "other.example"})
    request.user = staff.make_moderator()
    with pytest.raises(PermissionDenied):
        permissions.require(request, Right.BAN)
    assert not permissions.may_open(request, "reader_comments:bans")
    assert not permissions.holders(Right.BAN).exists()


def test_a_senior_who_may_not_moderate_has_no_right(rf, newsroom):
    settings = switch_on(newsroom, "has_senior_moderators")
    senior = make_senior()
    moderate = Permission.objects.get(codename="moderate_comment")
    senior.user_permissions.remove(moderate)
    senior = type(senior).objects.get(pk=senior.pk)
    assert not permissions.may(senior, Right.BAN, settings=[settings])
    assert not permissions.holders(Right.BAN).exists()


def test_nobody_has_a_right_without_signing_in(rf, newsroom):
    with pytest.raises(PermissionDenied):
        permissions.require(asked_by(rf, AnonymousUser()), Right.BAN)


def test_who_left_is_no_administrator(db):
    here, left = staff.make_administrator("here"), staff.make_administrator("left")
    left.is_active = False
    left.save()
    assert list(permissions.administrators()) == [here]


@pytest.fixture
def sections(newsroom):
    """Comments in the section and below it, beside it, and on a page whose path begins alike."""
    switch_on(newsroom, "has_section_moderators")
    about, inside = make_plain_page(newsroom), make_post(newsroom)
    return {
        "inside": make_comment(inside),
        "beside": make_comment(about),
        "section": newsroom.index,
        "inside page": inside,
    }


def seen_by(user):
    return set(permissions.visible(Comment.objects.all(), user))


def test_a_section_moderator_sees_a_page_and_what_is_below(sections):
    ana = staff.make_moderator()
    give_section(ana, sections["section"])
    assert seen_by(ana) == {sections["inside"]}


def test_a_section_can_be_one_page(sections):
    ana = staff.make_moderator()
    give_section(ana, sections["inside page"])
    assert set(permissions.section_of(ana)) == {sections["inside page"].page_ptr}


def test_somebody_can_have_two_sections(sections):
    ana = staff.make_moderator()
    give_section(ana, sections["section"])
    give_section(ana, sections["beside"].page)
    assert seen_by(ana) == {sections["inside"], sections["beside"]}


def test_who_has_no_section_sees_everything(sections):
    assert permissions.section_of(staff.make_moderator()) is None
    assert seen_by(staff.make_moderator("eva")) == {sections["inside"], sections["beside"]}


def test_an_administrator_sees_everything_whatever_was_given(sections):
    root = staff.make_administrator()
    give_section(root, sections["section"])
    assert permissions.section_of(root) is None


def test_sections_count_only_while_they_are_switched_on(newsroom, sections):
    ana = staff.make_moderator()
    give_section(ana, sections["section"])
    CommentSettings.objects.update(has_section_moderators=False)
    assert permissions.section_of(ana) is None


def test_who_had_a_section_that_is_gone_sees_nothing(newsroom, sections):
    ana = staff.make_moderator()
    give_section(ana, make_plain_page(newsroom, title="Gone"))
    newsroom.home.get_children().get(title="Gone").delete()
    assert SectionModerator.objects.get().page_id is None
    assert seen_by(ana) == set()


def test_a_section_costs_one_query(sections, django_assert_num_queries):
    ana = staff.make_moderator()
    with django_assert_num_queries(1):
        permissions.section_of(ana)
    give_section(ana, sections["section"])
    with django_assert_num_queries(1):
        permissions.section_of(ana)


def open_to(rf, user, *names):
    request = asked_by(rf, user)
    return [permissions.may_open(request, f"reader_comments:{name}") for name in names]


def test_links_lead_only_where_one_gets_in(rf, newsroom, sections):
    names = ("queue", "blocks", "bans", "sections")
    ana, root = staff.make_moderator(), staff.make_administrator()
    assert open_to(rf, root, *names) == [True, True, True, True]
    assert open_to(rf, ana, *names) == [True, True, True, False]
    give_section(ana, sections["section"])
    assert open_to(rf, ana, *names) == [True, False, False, False]
    switch_on(newsroom, "has_senior_moderators")
    assert open_to(rf, ana, *names) == [True, False, False, False]


def test_a_request_reads_the_settings_and_the_section_once(rf, sections, django_assert_num_queries):
    ana = staff.make_moderator()
    give_section(ana, sections["section"])
    request = asked_by(rf, ana)
    with django_assert_num_queries(2):
        assert permissions.section_for(request) is not None
    with django_assert_num_queries(0):
        permissions.within(request)
    with django_assert_num_queries(0):
        assert permissions.section_for(asked_by(rf, User(is_superuser=True))) is None


def test_nobody_moderates_nothing(rf, sections):
    assert not permissions.within(asked_by(rf, AnonymousUser())).exists()
