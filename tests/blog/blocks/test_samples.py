import pytest
from django.urls import reverse
from django.utils import translation

from tests.blog.blocks.showing import BODY
from tests.blog.writing import editor

KINDS = list(BODY.child_blocks)


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_can_be_seen_before_it_is_chosen(kind, db):
    block = BODY.child_blocks[kind]
    answer = editor().get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    html = answer.content.decode()
    assert block.is_previewable
    assert block.get_description()
    assert answer.status_code == 200
    assert "css/broadside.css" in html
    assert len(html.split('<div class="body">')[1]) > 100


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_has_a_group_and_an_icon_of_its_own_kind(kind):
    block = BODY.child_blocks[kind]
    assert block.meta.group
    assert block.meta.icon != "placeholder"


def test_a_sample_would_stand_the_test_of_publishing():
    for kind in ("event", "action", "table", "facts", "footnotes", "points", "quote", "embed"):
        block = BODY.child_blocks[kind]
        assert block.clean(block.get_preview_value()) is not None


def test_samples_speak_the_language_of_the_editor():
    with translation.override("es"):
        assert BODY.child_blocks["event"].get_preview_value()["title"]
