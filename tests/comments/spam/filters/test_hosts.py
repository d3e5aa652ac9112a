from comments.spam import Evidence, Sign
from comments.spam.filters.hosts import MAX_SHOWN, links_to_new_hosts
from tests.comments.spam.examinations import examine


def test_hosts_that_were_approved_before_are_none():
    assert links_to_new_hosts(examine(hosts=("a.example",))) is None


def test_one_new_host_asks_for_a_person():
    found = links_to_new_hosts(examine(new_hosts=("a.example",)))
    assert found == Evidence(Sign.NEW_HOST, "a.example")


def test_several_new_hosts_are_a_sign_of_their_own():
    found = links_to_new_hosts(examine(new_hosts=("a.example", "b.example")))
    assert found == Evidence(Sign.NEW_HOSTS, "a.example, b.example")


def test_only_the_first_few_are_named():
    hosts = tuple(f"{number}.example" for number in range(20))
    found = links_to_new_hosts(examine(new_hosts=hosts))
    assert found is not None
    assert found.detail.count(",") == MAX_SHOWN - 1
