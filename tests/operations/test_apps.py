"""What the room does in every process that begins."""

import pytest
from django.apps import apps

from operations.page_cache import following


def test_every_process_of_a_newsroom_follows(settings, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    monkeypatch.setattr(following, "start", lambda: started.append("yes"))
    settings.PAGE_CACHE_BYTES = 1
    apps.get_app_config("operations").ready()
    assert started == ["yes"]
