from blog.structured.things import graph, named, thing


def test_what_is_empty_is_not_told():
    told = thing("Person", name="Ana", url="", image=None, author=[])
    assert told == {"@type": "Person", "name": "Ana"}


def test_a_thing_can_have_a_name():
    assert named({"@type": "Person"}, name="https://a.example/#x")["@id"] == "https://a.example/#x"


def test_things_of_a_page_stand_in_one_graph():
    things = [thing("Person", name="Ana")]
    assert graph(iter(things)) == {"@context": "https://schema.org", "@graph": things}
