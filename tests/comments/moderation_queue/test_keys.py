import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from comments.models import DeskPreference
from comments.moderation_queue.keys import KEYS, KeysForm, keys_of, legend
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import read_queue
from tests.comments.moderation_queue.staff import make_editor, sign_in

ACCOUNT = reverse("wagtailadmin_account")


def form(**keys):
    return KeysForm(keys, preference=DeskPreference())


def test_the_usual_keys_are_all_different():
    usual = list(keys_of({}).values())
    assert len(usual) == len(set(usual)) == len(KEYS)
    assert keys_of({})["approve"] == "a"


def test_a_moderator_may_choose_others():
    assert keys_of({"approve": "f"})["approve"] == "f"
    assert ("Shift + f", "Approve what is selected") in legend(keys_of({"approve": "f"}))


@pytest.mark.parametrize("row", [None, [], {"approve": ""}, {"approve": "ab"}, {"approve": 7}])
def test_a_row_that_holds_something_else_leaves_the_usual_keys(row):
    assert keys_of(row) == keys_of({})


@pytest.mark.parametrize(
    "keys", [{"approve": "s"}, {"approve": "q", "hold": "Q"}, {"undo": "1"}, {"undo": "ab"}]
)
def test_two_things_never_have_one_key_and_digits_are_rules(keys):
    assert not form(**keys).is_valid()


def test_two_keys_may_change_places():
    assert form(approve="s", mark_spam="A").is_valid()


def test_a_moderator_chooses_keys_in_the_account_and_the_list_obeys(post, ana, browser):
    make_comment(post, status="pending")
    assert "Keys for reader comments" in browser.get(ACCOUNT).content.decode()
    DeskPreference.objects.create(user=ana, keys={"approve": "f"})
    assert "&quot;approve&quot;: &quot;f&quot;" in read_queue(browser)


def test_keys_are_saved_in_the_moderators_own_row(ana):
    filled = KeysForm({"approve": "f"}, preference=DeskPreference(user=ana))
    assert filled.is_valid()
    filled.save()
    assert DeskPreference.objects.get().keys == {"approve": "f"}
    filled = KeysForm({}, preference=DeskPreference.objects.get())
    assert filled.is_valid()
    filled.save()
    assert DeskPreference.objects.get().keys == {}


def test_whoever_may_not_moderate_is_not_asked(newsroom):
    html = sign_in(make_editor()).get(ACCOUNT).content.decode()
    assert "Keys for reader comments" not in html


def test_no_key_decides_where_shortcuts_are_switched_off(post, ana, browser):
    make_comment(post, status="pending")
    assert "desk_keys.js" in read_queue(browser)
    UserProfile.objects.update_or_create(user=ana, defaults={"keyboard_shortcuts": False})
    html = read_queue(browser)
    assert "desk_keys.js" not in html
    assert 'data-keys=""' in html
