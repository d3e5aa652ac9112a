"""The name under which the newsroom is known."""

from django.conf import settings
from wagtail.models import Site

from operations.announcement import LOOPBACK_HOSTS
from operations.doctor.finding import Finding, fault, good, warning
from operations.preparation import DEFAULT_PORTS


def address_is_safe() -> Finding:
    """Passwords and comments travel where nobody reads along."""
    url = settings.SITE_URL
    if url.scheme != "https" and not _is_for_this_machine():
        return fault(
            f"SITE_URL is {url.scheme}: passwords and comments travel openly",
            fix="put a web server with a certificate in front and set SITE_URL=https://… "
            "(docs/install.md)",
        )
    return good(f"{url.geturl()} is https, or of this machine alone")


def address_is_the_sites() -> Finding:
    """Wagtail makes links and previews from its default site."""
    url = settings.SITE_URL
    site = Site.objects.filter(is_default_site=True).first()
    here = (url.hostname, url.port or DEFAULT_PORTS[url.scheme])
    if site is None:
        return fault("there is no default site", fix="make one in the admin: Settings, Sites")
    if (site.hostname, site.port) != here:
        return warning(
            f"the default site is {site.hostname}:{site.port}, SITE_URL is {url.geturl()}",
            fix="start the newsroom with the right SITE_URL, or change the site in the admin",
        )
    return good("the default site answers under SITE_URL")


def proxies_are_named() -> Finding:
    """Without it all readers seem to be one, and share one reader's limits."""
    has_web_server = settings.SITE_URL.scheme == "https" or settings.BIND in LOOPBACK_HOSTS
    proxies = settings.TRUSTED_PROXIES
    is_named = bool(proxies.networks or proxies.is_socket_trusted)
    if not _is_for_this_machine() and has_web_server and not is_named:
        return warning(
            "TRUSTED_PROXIES names no web server: all readers count as one",
            fix="set TRUSTED_PROXIES to its address, for one on this machine 127.0.0.1",
        )
    return good("limits know readers from each other")


def _is_for_this_machine() -> bool:
    return settings.SITE_URL.hostname in LOOPBACK_HOSTS


CHECKS = (address_is_safe, address_is_the_sites, proxies_are_named)
