"""The pictures of docs/theme.md: how a newsroom comes, where it is changed, and another look."""

from script.take_screenshots.studio import PHONE, WIDE, Studio, save

SETTINGS = "/admin/settings/home/newsroomsettings/"
CHOOSE = """
from wagtail.models import Site
from home.models import NewsroomSettings
row = NewsroomSettings.for_site(Site.objects.get(is_default_site=True))
row.spot_colour, row.typeface = {colour!r}, {typeface!r}
row.save()
"""


def take(studio: Studio) -> None:
    """All three; the last one changes the newsroom, and changes it back."""
    window = studio.window(WIDE)
    window.goto("/", wait_until="networkidle")
    save(window, "front")
    desk = studio.desk(WIDE, username=studio.newsroom.username, begin="/admin/")
    desk.goto(SETTINGS)
    save(desk.locator("section", has=desk.get_by_text("How it looks")).last, "theme-settings")
    studio.newsroom.run(CHOOSE.format(colour="#0057b8", typeface="book"))
    phone = studio.window(PHONE)
    phone.goto("/", wait_until="networkidle")
    save(phone, "theme-book")
    studio.newsroom.run(CHOOSE.format(colour="", typeface="poster"))
