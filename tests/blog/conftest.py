import pytest
from django.core.cache import cache
from django.core.files.base import File
from django.core.files.storage import InMemoryStorage


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Every file that ever reached the storage in this test, by its name, deleted ones included."""
    contents: dict[str, bytes] = {}
    save = InMemoryStorage._save

    def watched_save(storage: InMemoryStorage, name: str, content: "File[bytes]") -> str:
        contents[name] = b"".join(content.chunks())
        return save(storage, name, content)

    monkeypatch.setattr(InMemoryStorage, "_save", watched_save)
    cache.clear()  # Wagtail finds renditions there that an earlier test made of the same bytes
    return contents
