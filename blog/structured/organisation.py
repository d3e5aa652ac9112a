"""Who publishes: https://schema.org/Organization and https://schema.org/WebSite."""

from blog.structured.things import Thing, named, thing


def organisation(name: str, *, front_url: str, own_url: str = "", logo_url: str = "") -> Thing:
    """The organisation; `own_url` is its web address where that is another than the newsroom's.

    `front_url` is the whole address of the newsroom's front page, whatever the language.
    """
    told = thing("Organization", name=name, url=own_url or front_url, logo=logo_url)
    return named(told, name=f"{front_url}#organisation")


def website(name: str, *, url: str, language: str, publisher: Thing) -> Thing:
    """The newsroom in one language, with its front page at `url`."""
    told = thing("WebSite", name=name, url=url, inLanguage=language, publisher=refer(publisher))
    return named(told, name=f"{url}#website")


def refer(told: Thing) -> Thing:
    """A reference to a thing that is told elsewhere."""
    return {"@id": told["@id"]}
