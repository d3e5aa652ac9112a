"""Steps of an editor in Wagtail's editor of pages: blocks are added, filled in, published."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

ADD = ".c-sf-add-button"
FOOTER = "footer.footer"


@dataclass
class Editor:
    """A window on the form of a page; it knows how many blocks its body has."""

    window: Page
    blocks: int = field(default=0)

    def add(self, kind: str) -> str:
        """Add a block below all others; what the names of its fields begin with."""
        self.window.locator(f"#panel-child-content-body-content {ADD}").last.click()
        self.window.get_by_role("option", name=kind, exact=True).click()
        begins = f"body-{self.blocks}-value"
        self.window.locator(f"[name='body-{self.blocks}-type']").wait_for(state="attached")
        self.blocks += 1
        return begins

    def add_to_list(self, name: str) -> str:
        """One more in a list inside a block; what the names of its fields begin with."""
        count = self.window.locator(f"[name='{name}-count']")
        number = int(count.input_value())
        self.window.locator(f"div:has(> [name='{name}-count']) {ADD}").last.click()
        self.window.locator(f"[name='{name}-{number}-id']").wait_for(state="attached")
        return f"{name}-{number}-value"

    def field(self, name: str) -> Locator:
        """One field of the form."""
        return self.window.locator(f"#page-edit-form [name='{name}']")

    def fill(self, begins: str, **fields: str) -> None:
        """Type into fields of a block."""
        for name, typed in fields.items():
            self.field(f"{begins}-{name}").fill(typed)

    def write(self, name: str, words: str) -> None:
        """Type into a field of rich text."""
        self.window.locator(f"[name='{name}'] ~ * [contenteditable=true]").first.click()
        self.window.keyboard.insert_text(words)

    def choose(self, name: str, title: str) -> None:
        """Choose an image or a document by its title."""
        self.window.locator(f"#{name}-chooser [data-chooser-action-choose]").first.click()
        dialog = self.window.locator(".modal")
        dialog.get_by_text(title, exact=True).first.click()
        dialog.wait_for(state="hidden")

    def publish(self) -> None:
        """Publish, or plan to, as the button says."""
        self.window.locator(f"{FOOTER} .w-dropdown__toggle").click()
        with self.window.expect_navigation():
            self.window.locator("button[name=action-publish]").click()

    def save_draft(self) -> None:
        """Save without publishing."""
        with self.window.expect_navigation():
            self.window.locator(f"{FOOTER} .action-save").first.click()

    def said(self) -> str:
        """What stands at the top after the form was sent."""
        return self.window.locator(".messages li").first.inner_text()

    def schedule(self, moment: str) -> None:
        """Say when the page goes live, as in "2026-03-04 12:00" of the newsroom's clocks."""
        toggle = self.window.get_by_role("button", name="Toggle status")
        toggle.click()
        self.window.get_by_role("button", name="Set schedule").click()
        goes_live = self.window.locator("[name=go_live_at]")
        goes_live.fill(moment)
        goes_live.blur()  # or its calendar lies on the button
        with self.window.expect_navigation():
            self.window.get_by_role("button", name="Save schedule").click()
        if toggle.get_attribute("aria-expanded") == "true":
            toggle.click()  # on a phone it lies on everything else

    def translate(self, number: int, *, language: str) -> None:
        """Begin the translation of a page; its editor is open then."""
        self.window.goto(f"/admin/translation/submit/page/{number}/")
        self.window.get_by_label(language).check()
        with self.window.expect_navigation():
            self.window.get_by_role("button", name="Submit").click()


def write_words(editor: Editor) -> None:
    """All blocks of words."""
    editor.write(editor.add("Paragraph"), "We stood here all night.[1]")
    editor.field(editor.add("Heading")).fill("What we ask")
    editor.fill(editor.add("Pull quote"), quote="We stay.", attribution="Ana Ruiz")
    editor.write(f"{editor.add('List')}-points-0-value", "Bring a neighbour.")
    facts = editor.add("Fact box")
    editor.fill(facts, title="What is a detainer?")
    editor.write(f"{facts}-text", "A request to the jail.")
    editor.write(f"{editor.add('Footnotes')}-notes-0-value", "Minutes of the board.")
    _write_table(editor, editor.add("Table"))


def _write_table(editor: Editor, table: str) -> None:
    for kind in ("Words", "Number"):
        append = editor.window.locator("button[data-append-column]").last
        chosen = editor.window.locator(".add-column-menu button", has_text=kind)
        append.click()
        if not chosen.is_visible():  # the button was there before its script was
            append.click()
        chosen.click()
    cells = {"caption": "Votes", "column-0-heading": "Town", "column-1-heading": "For us"}
    editor.fill(f"{table}-table", **cells, **{"cell-0-1": "7"})
    editor.write(f"{table}-table-cell-0-0", "Riverside")


def add_files(editor: Editor, *, image: str, others: tuple[str, str], document: str) -> str:
    """All blocks of pictures and files; what the names of the single image's fields begin with."""
    single = editor.add("Image")
    editor.choose(f"{single}-image-image", image)
    gallery = editor.add("Gallery")
    editor.choose(f"{gallery}-images-0-value-image-image", others[0])
    editor.choose(f"{editor.add_to_list(f'{gallery}-images')}-image-image", others[1])
    editor.choose(f"{editor.add('Document')}-document", document)
    editor.fill(editor.add("Embed"), url="https://vimeo.com/76979871", caption="The hearing")
    return single


def ask_and_invite(editor: Editor) -> None:
    """A call to action, and an event on the clocks of two coasts."""
    action = editor.add("Call to action")
    editor.field(f"{action}-kind").select_option("call")
    editor.fill(action, title="Call the sheriff", phone="+1 212 555 0100")
    event = editor.add("Event")
    other = editor.add_to_list(f"{event}-other_zones")
    editor.field(other).select_option("America/Los_Angeles")
    # The little calendars that open over the form come last: they lie on what is below.
    words = {"title": "Hearing", "place": "Annex", "registration_url": "https://example.org/"}
    times = {"date": "2030-01-09", "starts_at": "15:30", "ends_at": "17:00"}
    editor.fill(event, **words, **times)
