"""What stands around the posts of an edition: plain pages, pages with a form, campaigns."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page

from blog.models import CampaignIndexPage, CampaignPage, CampaignPlace
from home.demo.bodies import Bodies, demo_key, moment
from home.demo.content import DemoCampaign, DemoForm, DemoPage, Edition
from home.models import FormField, FormPage, HomePage, PlainPage, SentForm

KEPT_DAYS = 90


def add_around(edition: Edition, home: HomePage, bodies: Bodies) -> dict[str, CampaignPage]:
    """Write them all below the front page; the campaigns by their keys."""
    title, slug = edition.campaign_list
    listed = CampaignIndexPage(title=title, slug=slug, show_in_menus=True, **_known(home, "list"))
    home.add_child(instance=listed)  # first, for so it stands in the menu
    for page in edition.pages:
        _add_plain_page(page, home, bodies)
    for form in edition.forms:
        bodies.pages[form.key] = _add_form(form, home, bodies).pk
    return {each.key: _add_campaign(each, listed, bodies) for each in edition.campaigns}


def _known(above: Page, name: str) -> dict[str, Any]:
    return {"locale": above.locale, "translation_key": demo_key("page", name)}


def _add_plain_page(demo: DemoPage, home: HomePage, bodies: Bodies) -> None:
    home.add_child(
        instance=PlainPage(
            title=demo.title,
            slug=demo.slug,
            body=bodies.raw(demo.body, owner=f"page {demo.key}"),
            comments_open=False,
            show_in_menus=True,
            **_known(home, demo.key),
        )
    )


def _add_form(demo: DemoForm, home: HomePage, bodies: Bodies) -> FormPage:
    page = FormPage(
        title=demo.title,
        slug=demo.slug,
        kind=demo.kind,
        body=bodies.raw(demo.body, owner=f"form {demo.key}"),
        thanks=bodies.raw(demo.thanks, owner=f"thanks {demo.key}"),
        keep_days=KEPT_DAYS,
        show_in_menus=demo.in_menu,
        **_known(home, demo.key),
    )
    page.form_fields = [
        FormField(
            label=asked.label,
            field_type=asked.kind,
            required=asked.is_required,
            help_text=asked.help_text,
            sort_order=place,
        )
        for place, asked in enumerate(demo.fields)
    ]
    home.add_child(instance=page)
    names = [asked.clean_name for asked in page.form_fields.all()]
    SentForm.objects.bulk_create(
        SentForm(
            page=page,
            form_data=dict(zip(names, answers, strict=True)),
            key=demo_key("sent", f"{page.pk} {number}").hex,
        )
        for number, answers in enumerate(demo.sent)
    )
    return page


def _add_campaign(demo: DemoCampaign, listed: CampaignIndexPage, bodies: Bodies) -> CampaignPage:
    def day(said: Any) -> Any:
        return said and timezone.localdate(moment(said, bodies.now))

    campaign = CampaignPage(
        title=demo.title,
        slug=demo.slug,
        goal=" ".join(demo.goal.split()),
        status=demo.status,
        starts_on=day(demo.began),
        ends_on=day(demo.ended),
        body=bodies.raw(demo.body, owner=f"campaign {demo.key}"),
        **_known(listed, f"campaign {demo.key}"),
    )
    campaign.places = [
        CampaignPlace(
            name=place.name,
            latitude=place.latitude,
            longitude=place.longitude,
            joined_on=day(place.joined),
            sort_order=number,
        )
        for number, place in enumerate(demo.places)
    ]
    listed.add_child(instance=campaign)
    return campaign
