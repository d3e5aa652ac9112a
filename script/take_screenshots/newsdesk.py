"""The pictures of docs/write.md, campaigns.md and newsletter.md: an editor at work on a phone."""

from playwright.sync_api import Locator, Page

from script.take_screenshots.studio import HIGH_PHONE, PHONE, WIDE, Studio, save, write
from tests.browser.editor_steps import Editor

EDITOR = "nadia"
# A day that stays in the future, so that the picture stays the same.
HEARING = {
    "title": "Hearing on the night bus",
    "date": "2031-03-06",
    "starts_at": "18:30",
    "ends_at": "20:00",
    "place": "County hall",
    "registration_url": "https://onecounty.example/hearing",
}
SLUG = "come-to-the-hearing"
MAKE_READY = f"""
from django.contrib.auth.models import Group
from accounts.models import User
from django.utils import timezone
from blog.models import BlogIndexPage, CampaignPage, NewsImage, Subscriber
user = User.objects.create_user("{EDITOR}", password="{{password}}", first_name="Nadia")
user.groups.add(Group.objects.get(name="Editors"))
NewsImage.objects.filter(title="The last bus").update(credit="")
campaign = CampaignPage.objects.get(slug="bus-9-until-midnight")
for number in range(48):
    frequency = ("each", "daily", "weekly", "weekly")[number % 4]
    Subscriber.objects.create(
        email=f"reader{{{{number}}}}@example.org", locale=campaign.locale, frequency=frequency,
        campaign=None if number % 3 else campaign, nonce=f"{{{{number:032}}}}",
        asked_at=timezone.now(), confirmed_at=timezone.now() if number % 7 else None,
    )
print(BlogIndexPage.objects.get(locale__language_code="en").pk, campaign.pk)
"""
CAMPAIGN = "/campaigns/bus-9-until-midnight/"


def take(studio: Studio) -> None:
    """All of them; a post is written and published on the way."""
    numbers = studio.newsroom.run(MAKE_READY.format(password=studio.newsroom.password))
    index, campaign = numbers.split()[-2:]
    desk = studio.desk(PHONE, username=EDITOR, begin="/admin/")
    save(desk, "write-dashboard")
    _take_writing(desk, index)
    reader = studio.window(HIGH_PHONE)
    reader.goto(f"/news/{SLUG}/", wait_until="networkidle")
    event = reader.locator(".event").bounding_box()
    clip = {"x": 0, "y": event["y"] - 16, "width": PHONE[0], "height": event["height"] + 32}
    write(reader.screenshot(full_page=True, clip=clip), "write-page")
    _take_campaign(reader, desk, campaign)
    _take_news(studio)


def _take_writing(desk: Page, index: str) -> None:
    """From an empty form to the post as readers see it."""
    desk.goto(f"/admin/pages/add/blog/postpage/{index}/", wait_until="networkidle")
    editor = Editor(desk)
    editor.field("title").fill(SLUG.replace("-", " ").capitalize())
    _take_choice(desk)
    editor.write(editor.add("Paragraph"), "The board decides whether Bus 9 runs until midnight.")
    image = editor.add("Image")
    editor.choose(f"{image}-image-image", "The last bus")
    event = editor.add("Event")
    editor.field(editor.add_to_list(f"{event}-other_zones")).select_option("America/Los_Angeles")
    editor.fill(event, **HEARING)
    _close_calendars(desk)
    _take_from(desk, editor.field(f"{event}-title"), "write-event")
    editor.save_draft()  # or Wagtail's autosave races with what comes next
    editor.publish()
    desk.get_by_role("button", name="Go to the first error").click()
    _take_from(desk, desk.locator(".error-message:focus"), "write-stopped", above=330)
    editor.fill(image, credit="Nadia Haddad")
    desk.locator("footer.footer .w-dropdown__toggle").click()
    desk.locator("button[name=action-publish]").hover()
    _save_at_rest(desk, "write-publish")
    desk.keyboard.press("Escape")
    editor.publish()


def _close_calendars(desk: Page) -> None:
    """They open with the fields of days and hours, and lie on the form."""
    for calendar in desk.locator(".xdsoft_datetimepicker").all():
        calendar.evaluate("node => { node.style.display = 'none' }")


def _take_choice(desk: Page) -> None:
    """What can be added to a body."""
    add = desk.locator("#panel-child-content-body-content .c-sf-add-button").last
    add.click()
    desk.get_by_role("option", name="Paragraph", exact=True).wait_for()
    _save_at_rest(desk, "write-blocks")
    desk.keyboard.press("Escape")


def _take_from(desk: Page, place: Locator, name: str, *, above: int = 160) -> None:
    """A window that begins so many pixels above a place of the page."""
    place.evaluate(
        "(node, above) => { node.style.scrollMarginTop = above; node.scrollIntoView() }",
        f"{above}px",
    )
    desk.evaluate("scrollTo({left: 0})")  # Wagtail's map of a long form makes it wider than a phone
    _save_at_rest(desk, name)


def _save_at_rest(desk: Page, name: str) -> None:
    desk.wait_for_timeout(500)  # what slides in has slid
    save(desk, name)


def _take_campaign(reader: Page, desk: Page, campaign: str) -> None:
    reader.goto(CAMPAIGN, wait_until="networkidle")
    save(reader, "campaign-page")
    _take_from(reader, reader.locator("#places-heading"), "campaign-places", above=24)
    desk.goto(f"/admin/pages/{campaign}/edit/", wait_until="networkidle")
    _take_from(desk, desk.locator("[name=goal]"), "campaign-form", above=200)


def _take_news(studio: Studio) -> None:
    reader = studio.window(PHONE)
    reader.goto("/subscribe/", wait_until="networkidle")
    save(reader, "news-subscribe")
    owner = studio.desk(WIDE, username=studio.newsroom.username, begin="/admin/")
    owner.goto("/admin/news-subscribers/", wait_until="networkidle")
    save(owner, "news-report")
