from django.conf import settings


def test_the_account_page_offers_no_zone_that_only_this_machine_knows():
    offered = settings.WAGTAIL_USER_TIME_ZONES
    assert "America/New_York" in offered
    assert not {"localtime", "Factory"} & {*offered}
