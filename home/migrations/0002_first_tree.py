"""Puts an empty newsroom where Wagtail's first migration leaves its "Welcome" page.

One front page with a blog index below for each content language, the default language first.
A database that already holds other pages at the top is left as it is.
"""

from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import migrations

NAME = "Broadside"
# Title and slug of the blog index. Written out, because a migration must not change with a catalogue.
INDEXES = {"en": ("News", "news"), "es": ("Noticias", "noticias")}
ROOT_PATH = "0001"


def make_tree(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    tops = Page.objects.filter(depth=2)
    if [page.slug for page in tops.filter(content_type__model="page", numchild=0)] != ["home"]:
        return
    if tops.count() > 1:
        return
    tops.delete()  # its Site goes with it
    keys = uuid4(), uuid4()
    homes = [_make_language(apps, code, keys, n) for n, code in enumerate(_languages(), start=1)]
    Page.objects.filter(path=ROOT_PATH).update(numchild=len(homes))
    _make_site(apps, homes[0])


def _languages():
    others = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    return [settings.LANGUAGE_CODE, *others]


def _make_language(apps, code, keys, number):
    slug = "home" if number == 1 else f"home-{code}"
    path = f"{ROOT_PATH}{number:04}"
    title, index_slug = INDEXES.get(code, INDEXES["en"])
    locale, _made = apps.get_model("wagtailcore", "Locale").objects.get_or_create(
        language_code=code
    )
    home = _make_page(
        apps, "home", "HomePage", title=NAME, slug=slug, locale=locale, translation_key=keys[0],
        path=path, depth=2, numchild=1, url_path=f"/{slug}/",
    )
    _make_page(
        apps, "blog", "BlogIndexPage", title=title, slug=index_slug, locale=locale,
        translation_key=keys[1], path=f"{path}0001", depth=3, url_path=f"/{slug}/{index_slug}/",
        show_in_menus=True,
    )
    return home


def _make_page(apps, app_label, model, *, title, **fields):
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model.lower()
    )
    return apps.get_model(app_label, model).objects.create(
        title=title, draft_title=title, content_type=content_type, live=True, **fields
    )


def _make_site(apps, home):
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    apps.get_model("wagtailcore", "Site").objects.create(
        hostname=address.hostname,
        port=address.port or (443 if address.scheme == "https" else 80),
        site_name=NAME,
        root_page_id=home.pk,
        is_default_site=True,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("blog", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]

    # Backwards nothing happens: the tree may hold a newsroom's work by then.
    operations = [migrations.RunPython(make_tree, migrations.RunPython.noop)]
