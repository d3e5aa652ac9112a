from comments.rendering import policy
from tests.comments.rendering.samples import TAGS


def test_policy_is_the_one_the_attack_harness_holds_us_to():
    assert policy.TAGS == TAGS
    assert sorted(policy.SCHEMES) == ["http", "https", "mailto"]
    assert policy.LINK_REL.split() == ["nofollow", "ugc", "noopener"]
    assert policy.ATTRIBUTES.items() == {"*": set(), "a": {"href"}, "ol": {"start"}}.items()


def test_what_is_renamed_ends_inside_the_policy():
    assert set(policy.RENAMED.values()) <= policy.TAGS
    assert not policy.FOREIGN_BLOCKS & policy.TAGS
