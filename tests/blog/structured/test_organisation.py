from blog.structured.organisation import organisation, refer, website
from tests.schema_org import things_in

FRONT = "https://news.example.org/"


def test_an_organisation_has_a_name_and_an_address():
    assert organisation("Us", front_url=FRONT) == {
        "@id": f"{FRONT}#organisation",
        "@type": "Organization",
        "name": "Us",
        "url": FRONT,
    }


def test_its_own_address_and_its_logo_are_told_if_there_are_any():
    told = organisation(
        "Us", front_url=FRONT, own_url="https://us.example/", logo_url=f"{FRONT}logo.png"
    )
    assert (told["url"], told["logo"]) == ("https://us.example/", f"{FRONT}logo.png")
    assert told["@id"] == f"{FRONT}#organisation"


def test_a_site_names_who_publishes_it():
    us = organisation("Us", front_url=FRONT)
    site = website("Wire", url=f"{FRONT}es/", language="es", publisher=us)
    [found, _us] = things_in([{"@context": "https://schema.org", "@graph": [site, us]}])
    assert (found["publisher"], found["inLanguage"]) == (refer(us), "es")
