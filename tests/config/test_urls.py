import pytest

from config import urls


@pytest.mark.django_db
def test_files_of_documents_are_reached_only_by_their_own_address(client, tmp_path, monkeypatch):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "witnesses.txt").write_text("names")
    (tmp_path / "picture.txt").write_text("public")
    media = next(pattern for pattern in urls.urlpatterns if "media" in str(pattern.pattern))
    monkeypatch.setitem(media.default_args, "document_root", str(tmp_path))
    picture = client.get("/media/picture.txt")
    assert picture.getvalue() == b"public"
    assert picture["X-Content-Type-Options"] == "nosniff"  # a picture is no page, whatever it says
    for way in ("", "/", "./", "a/../", "/./", "%2e/", "%2F", "images/%2e%2e/"):
        assert client.get(f"/media/{way}documents/witnesses.txt").status_code == 404
