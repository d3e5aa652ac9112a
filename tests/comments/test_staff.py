import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from comments.permissions import MODERATE
from comments.staff import STAFF_PERMISSIONS, staff_names
from tests.comments.factories import make_user
from tests.pages import make_translation, sign


def may(permission):
    app, codename = permission.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def make_staff(username, permission=MODERATE, **fields):
    user = make_user(username, **fields)
    user.user_permissions.add(may(permission))
    return user


def test_whoever_moderates_is_of_the_staff():
    assert MODERATE in STAFF_PERMISSIONS


@pytest.mark.parametrize("permission", STAFF_PERMISSIONS)
def test_full_name_and_user_name_of_the_staff_are_reserved(post, permission):
    make_staff("aperez", permission, first_name="Ana", last_name="Pérez")
    assert {"Ana Pérez", "aperez"} <= staff_names(post, post.get_site())


@pytest.mark.parametrize("permission", STAFF_PERMISSIONS)
def test_right_by_group_counts(post, permission):
    group = Group.objects.create(name="Desk")
    group.permissions.add(may(permission))
    make_user("mlopez").groups.add(group)
    assert "mlopez" in staff_names(post, post.get_site())


def test_administrator_is_of_the_staff(post):
    make_user("chief", is_superuser=True)
    assert "chief" in staff_names(post, post.get_site())


def test_who_has_left_or_has_no_right_may_be_imitated(post):
    make_staff("gone", is_active=False)
    make_user("gone-too", is_superuser=True, is_active=False)
    make_user("somebody")
    assert staff_names(post, post.get_site()).isdisjoint({"gone", "gone-too", "somebody"})


def test_names_under_the_page_are_reserved_below_it(post):
    sign(post, ["Rosa Gil", "The Desk"])
    assert {"Rosa Gil", "The Desk"} <= staff_names(post, post.get_site())


def test_newsroom_is_reserved_under_each_of_its_names(newsroom, post):
    spanish = make_translation(newsroom).home
    spanish.title = "Andanada"
    spanish.save()
    newsroom.site.site_name = "Broadside News"
    newsroom.site.save()
    assert {"Broadside", "Andanada", "Broadside News"} <= staff_names(post, post.get_site())


def test_no_name_is_empty(newsroom, post):
    make_staff("x", first_name=" ")
    assert staff_names(post, post.get_site()) == {"x", "Broadside"}


def test_page_outside_every_site_and_without_a_byline_has_the_staff_alone(db):
    make_staff("aperez")
    orphan = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    lost = orphan.add_child(instance=Page(title="Lost", slug="lost"))
    lost.url_path = "/nowhere/"
    assert staff_names(lost, None) == {"aperez"}


def test_number_of_queries_does_not_grow_with_the_staff(newsroom, post):
    few = queries(post)
    for number in range(5):
        make_staff(f"moderator{number}")
    sign(post, [f"Author {number}" for number in range(5)])
    assert queries(post) == few <= 3


def queries(post):
    page, site = type(post).objects.get(pk=post.pk), post.get_site()
    with CaptureQueriesContext(connection) as captured:
        staff_names(page, site)
    return len(captured)
