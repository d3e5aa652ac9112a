from blog.structured import Step, graph, trail
from tests.schema_org import things_in


def test_the_steps_are_numbered_from_the_front_page():
    steps = [Step("Wire", "https://a.example/"), Step("News", "https://a.example/news/")]
    [found] = things_in([graph([trail(steps)])])
    assert [
        (each["position"], each["name"], each["item"]["@id"]) for each in found["itemListElement"]
    ] == [(1, "Wire", "https://a.example/"), (2, "News", "https://a.example/news/")]
