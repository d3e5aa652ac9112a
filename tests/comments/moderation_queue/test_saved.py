import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from comments.models import SavedFilter
from comments.moderation_queue import saved
from tests.comments.moderation_queue.desk import QUEUE, read_queue
from tests.comments.moderation_queue.staff import make_moderator, sign_in

SAVE = reverse("reader_comments:save_filter")


def save(browser, name="Water", back="status=spam&q=water&after=0.1.1&evil=1"):
    return browser.post(SAVE, {"name": name, "back": back})


def test_a_list_is_kept_under_a_name_from_its_first_page(newsroom, ana, browser):
    save(browser)
    kept = SavedFilter.objects.get()
    assert (kept.user, kept.name, kept.query) == (ana, "Water", "status=spam&q=water")
    html = read_queue(browser)
    assert f'<a href="{QUEUE}?status=spam&amp;q=water"><bdi>Water</bdi></a>' in html
    assert "Saved the list as “Water”." in html


def test_the_same_name_again_is_for_the_new_list(newsroom, browser):
    save(browser)
    save(browser, back="q=fire")
    assert SavedFilter.objects.get().query == "q=fire"


@pytest.mark.parametrize("name", ["", " ", "x" * 61])
def test_a_list_needs_a_name(newsroom, browser, name):
    response = save(browser, name=name)
    assert not SavedFilter.objects.exists()
    assertContains(response, "Give the list a name", status_code=422)
    assertContains(response, f'name="name" value="{name}"', status_code=422)


def test_nobody_keeps_lists_without_end(newsroom, browser, monkeypatch):
    monkeypatch.setattr(saved, "MOST_SAVED", 1)
    save(browser)
    save(browser, name="Fire")
    assert SavedFilter.objects.count() == 1


@pytest.mark.parametrize("back", ["q=" + "x" * 201, "q=" + "%F0%9F%8C%8A" * 200, "since=yesterday"])
def test_a_list_that_would_become_another_one_is_not_saved(newsroom, browser, back):
    response = save(browser, back=back)
    assert not SavedFilter.objects.exists()
    assertContains(response, "Not saved", status_code=422)
    assertContains(response, 'name="name" value="Water"', status_code=422)


def test_a_list_is_forgotten_by_its_owner_and_nobody_else(newsroom, browser):
    save(browser)
    forget = reverse("reader_comments:forget_filter", args=[SavedFilter.objects.get().pk])
    ben = sign_in(make_moderator("ben"))
    ben.post(forget)
    assert SavedFilter.objects.exists()
    assert "Water" not in read_queue(ben)
    browser.post(forget)
    assert not SavedFilter.objects.exists()


def test_a_saved_list_with_hostile_words_leads_to_the_list(newsroom, browser):
    save(browser, name='"><script>evil()</script>', back="q=%22%3E%3Cscript%3E")
    assert "<script>evil" not in read_queue(browser)
