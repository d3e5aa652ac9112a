"""robots.txt: what crawlers are asked to leave alone, and which are not welcome at all."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from home.models import NewsroomSettings
from operations.feeds import whole

# They collect texts to train models on, or to sell for that, and say under which name robots.txt
# may turn them away (ai.robots.txt, November 2026). Those that search or fetch one page for one
# reader are not among them.
TRAINERS = (
    *("AI2Bot", "Ai2Bot-Dolma", "anthropic-ai", "Applebot-Extended", "Bytespider", "CCBot"),
    *("ChatGLM-Spider", "ClaudeBot", "cohere-ai", "cohere-training-data-crawler", "Cotoyogi"),
    *("DeepSeekBot", "Diffbot", "FacebookBot", "Factset_spyderbot", "FriendlyCrawler"),
    *("Google-CloudVertexBot", "Google-Extended", "GPTBot", "ICC-Crawler", "ImagesiftBot"),
    *("img2dataset", "Kangaroo Bot", "laion-huggingface-processor", "LAIONDownloader"),
    *("meta-externalagent", "omgili", "omgilibot", "PanguBot", "SBIntuitionsBot"),
    *("Sidetrade indexer bot", "Timpibot", "VelenPublicWebCrawler", "Webzio-Extended"),
)
# Forms, receipts and searches: pages that say nothing new, in any number.
LEFT_ALONE = ("/admin/", "/comments/", "/draft/", "/*?q=")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """GET robots: who may read what, and where the list of pages is."""
    settings: NewsroomSettings = NewsroomSettings.for_request(request)
    lines = [] if settings.welcomes_ai_crawlers else _turned_away()
    lines += ["User-agent: *", *(f"Disallow: {path}" for path in LEFT_ALONE)]
    lines += [f"Allow: {reverse('comments_feeds:edition')}", ""]
    lines.append(f"Sitemap: {whole(request, reverse('sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _turned_away() -> list[str]:
    return [*(f"User-agent: {name}" for name in TRAINERS), "Disallow: /", ""]
