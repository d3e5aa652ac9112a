"""What readers find in journeys: a campaign, posts, an event, forms, in both languages."""

import json
from dataclasses import dataclass

from tests.browser.server import Server

LONG_AGO = 2009  # other journeys take the newest posts
EVENT = "7d2f8a52-6b1e-4f6f-9d2b-0f5a3d1c9e77"
# In each language a campaign with a place, and two posts of March 2009: one has an event.
MAKE = """
import json
from datetime import UTC, datetime
from blog.models import *
WORDS = {words}
def texts(language, place):
    return {{key: each[place] for key, each in WORDS.items()}} | {{"language": language}}
def make(said):
    index = BlogIndexPage.objects.get(locale__language_code=said["language"])
    home, locale = index.get_parent(), index.locale
    listed = CampaignIndexPage.objects.child_of(home).first() or home.add_child(
        instance=CampaignIndexPage(title=said["list"], slug=said["list"].lower(), locale=locale))
    campaign = listed.add_child(instance=CampaignPage(
        title=said["campaign"], slug="quillwort", goal=said["goal"], locale=locale))
    campaign.places.add(CampaignPlace(name="Riverside", latitude=40, longitude=-75))
    campaign.places.add(CampaignPlace(name="Hillview", latitude=41, longitude=-74))
    campaign.save()
    topic = Topic.objects.create(name=said["topic"], slug="quillwort", locale=locale)
    author = Author.objects.create(name="Wren Quillwort", slug="wren-quillwort", locale=locale)
    event = {{"title": said["event"], "date": "2031-01-09", "starts_at": "15:30",
        "ends_at": "17:00", "zone": "America/New_York", "other_zones": ["America/Los_Angeles"],
        "place": "Annex", "registration_url": "https://example.org/", "state": "planned",
        "is_limited": True}}
    bodies = [[{{"type": "paragraph", "value": f"<p>{{said['words']}}</p>"}}]] * 2
    bodies[1] = [*bodies[1], {{"type": "event", "value": event, "id": said["block"]}}]
    for number, (title, body) in enumerate(zip((said["first"], said["second"]), bodies)):
        post = PostPage(title=title, slug=f"quillwort-{{number}}", locale=locale,
            posted_at=datetime({year}, 3, 14 + number, 17, tzinfo=UTC), body=json.dumps(body),
            topics=[topic], campaigns=[campaign])
        post.post_authors = [PostAuthor(author=author)]
        index.add_child(instance=post)
    return {{"index": index.url, "campaigns": listed.url, "campaign": campaign.url,
             "post": post.url, "title": said["second"], "topic": said["topic"],
             "campaign_title": said["campaign"]}}
print(json.dumps({{
    language: make(texts(language, place)) for place, language in enumerate(("en", "es"))}}))
"""
WORDS = {
    "list": ("Campaigns", "Campañas"),
    "campaign": ("Save the quillwort", "Salvemos el quillwort"),
    "goal": ("The marsh stays wet.", "El humedal sigue húmedo."),
    "topic": ("Marshes", "Humedales"),
    "event": ("Walk in the marsh", "Caminata por el humedal"),
    "words": ("The quillwort grows here.", "Aquí crece el quillwort."),
    "first": ("A plant nobody sees", "Una planta que nadie ve"),
    "second": ("Walk with us", "Caminemos"),
    "block": (EVENT, EVENT.replace("7d2f", "8e3a")),
}
TAKE_AWAY = """
from blog.models import *
for model in (PostPage, CampaignPage):
    for page in model.objects.filter(slug__startswith="quillwort"):
        page.delete()
Author.objects.filter(slug="wren-quillwort").delete()
Topic.objects.filter(slug="quillwort").delete()
"""


@dataclass(frozen=True)
class Edition:
    """Where things stand in one language, and what they are called."""

    index: str
    campaigns: str
    campaign: str
    post: str
    title: str
    topic: str
    campaign_title: str


def publish(newsroom: Server) -> dict[str, Edition]:
    """Make all of it; by language."""
    said = newsroom.run(MAKE.format(words=repr(WORDS), year=LONG_AGO))
    made = json.loads(said.splitlines()[-1])
    return {language: Edition(**addresses) for language, addresses in made.items()}


def take_away(newsroom: Server) -> None:
    """Nothing of it is left for the journeys that follow."""
    newsroom.run(TAKE_AWAY)
