"""The pictures of docs/moderate.md: the desk as a volunteer sees it, and what an author reads."""

from collections.abc import Mapping

from playwright.sync_api import Locator, Page

from script.take_screenshots.studio import HIGH, HIGH_PHONE, PHONE, WIDE, Studio, save, write

Numbers = Mapping[str, str]  # of comments, by their keys in `said`
QUEUE = "/admin/reader-comments/"
CONTENT = ".queue-screen__content"
VOLUNTEER = "vera"
HIGHEST = 2_000  # pixels; no screen of the desk in these pictures has more
WIDTH_OF_A_SCREEN, MARGIN = 832, 24


def take(studio: Studio, numbers: Numbers) -> None:
    """All of them; nothing that one shows is decided for good by another."""
    _take_list(studio.desk(HIGH, username=VOLUNTEER), numbers)
    desk = studio.desk(WIDE, username=VOLUNTEER)
    _open(desk, "")
    _take_dialogs(desk)
    _take_many(desk)
    _take_screens(desk, numbers)
    _take_phone(studio.desk(PHONE, username=VOLUNTEER), numbers)
    _take_receipt(studio.window(HIGH_PHONE), numbers)


def _take_list(desk: Page, numbers: Numbers) -> None:
    _open(desk, "")
    save(desk, "moderate-list")
    save(_card(desk, numbers["maribel"]), "moderate-card")


def _take_dialogs(desk: Page) -> None:
    """What two keys ask, or say; Escape decides nothing."""
    desk.keyboard.press("r")
    desk.get_by_label("Words to the author (as you like)").fill(
        "Leave out the number, and it stays."
    )
    _save_and_close(desk.locator("#desk-rules"), "moderate-rules")
    desk.keyboard.press("?")
    _save_and_close(desk.locator("#desk-legend"), "moderate-keys")


def _save_and_close(dialog: Locator, name: str) -> None:
    save(dialog, name)
    dialog.press("Escape")
    dialog.wait_for(state="hidden")


def _take_many(desk: Page) -> None:
    _open(desk, "?q=Gadgetorium")
    desk.keyboard.press("Shift+X")
    save(desk, "moderate-many")
    _open(desk, "?q=hearing")
    save(desk.locator("article.moderation-card").first, "moderate-alike")


def _take_screens(desk: Page, numbers: Numbers) -> None:
    desk.goto(f"{QUEUE}ban/?comment={numbers['loud 2']}")
    _save_screen(desk, "moderate-ban")
    _mark_what_to_black_out(desk, numbers["witness"])
    _save_screen(desk, "moderate-black-out")
    desk.goto(f"{QUEUE}appeals/{numbers['appeal']}/")
    _save_screen(desk, "moderate-appeal")


def _save_screen(desk: Page, name: str) -> None:
    """Its content from the top to the last button, in a window that is high enough for it."""
    desk.set_viewport_size({"width": WIDE[0], "height": HIGHEST})
    content = desk.locator(CONTENT).bounding_box()
    last = desk.locator(f"{CONTENT} button").last.bounding_box()
    clip = {
        "x": content["x"] - MARGIN,
        "y": content["y"],
        "width": WIDTH_OF_A_SCREEN + 2 * MARGIN,
        "height": last["y"] + last["height"] + MARGIN - content["y"],
    }
    write(desk.screenshot(clip=clip), name)


def _mark_what_to_black_out(desk: Page, number: str) -> None:
    """As far as the look at what is left."""
    desk.goto(f"{QUEUE}{number}/redact/")
    desk.get_by_label("12 Elm Street (a street address)").check()
    desk.get_by_label("202-555-0178 (a telephone number)").check()
    desk.get_by_label("Other words, as they were typed").fill("Mr. Zelenko")
    desk.get_by_label("Words to its author").fill("He did not ask to be visited.")
    desk.get_by_role("button", name="Show what is left").click()
    desk.locator(".desk-redaction__preview").wait_for()


def _take_phone(desk: Page, numbers: Numbers) -> None:
    """A card, and what stands in its place once it is decided; then it waits again."""
    _open(desk, "?n=100")
    card = _card(desk, numbers["luz"])
    save(card, "moderate-phone")
    card.get_by_role("button", name="Approve", exact=True).click()
    desk.locator(".moderation-card__outcome", has_text="Approved the comment").wait_for()
    save(desk, "moderate-undo")
    card.get_by_role("button", name="Undo").click()
    card.get_by_role("button", name="Approve", exact=True).wait_for()


def _take_receipt(window: Page, numbers: Numbers) -> None:
    window.goto(f"/comments/receipt/{numbers['receipt']}/", wait_until="networkidle")
    save(window, "moderate-receipt")


def _open(desk: Page, narrowed: str) -> None:
    desk.goto(f"{QUEUE}{narrowed}", wait_until="networkidle")
    desk.locator("#desk[data-scripted]").wait_for()


def _card(desk: Page, number: str) -> Locator:
    return desk.locator(f"#comment-{number}")
