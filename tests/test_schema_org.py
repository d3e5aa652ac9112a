"""What tests/schema_org.py says of schema.org, held against the definitions of schema.org itself.

They are those that Google publishes as schema-dts, made from the vocabulary.
"""

import os
import re
from functools import cache

import pytest
from django.conf import settings

from tests.schema_org import HOLDS, MEMBERS, PARENTS, REQUIRED

DEFINITIONS = settings.BASE_DIR / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
INTERFACE = re.compile(r"^(?:export )?interface (\w+?)(Base|Leaf) (?:extends ([\w, <>]+) )?\{$")
PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.+), "\w+">;$')
MEMBER = re.compile(r'"https://schema\.org/(\w+)"')
# How TypeScript spells them.
NO_TYPE_OF_SCHEMA_ORG = {"IdReference"}


@cache
def definitions() -> tuple[dict[str, dict[str, set[str]]], dict[str, set[str]]]:
    """Of each type its own properties with what they hold, and the types it is made from."""
    if not DEFINITIONS.exists():
        said = "node_modules/schema-dts is not here (script/lint installs it)"
        pytest.fail(said) if os.environ.get("CI") == "true" else pytest.skip(said)
    own: dict[str, dict[str, set[str]]] = {}
    above: dict[str, set[str]] = {}
    name = ""
    for line in DEFINITIONS.read_text().splitlines():
        if found := INTERFACE.match(line):
            name, bases = found[1], found[3] or ""
            above.setdefault(name, set()).update(re.findall(r"(\w+?)Base\b", bases))
            own.setdefault(name, {})
        elif found := PROPERTY.match(line):
            own[name][found[1]] = set(found[2].split(" | ")) - NO_TYPE_OF_SCHEMA_ORG
    return own, above


def parents(kind: str) -> set[str]:
    _own, above = definitions()
    direct = above[kind] - {kind}
    return direct.union(*(parents(each) for each in direct))


@pytest.mark.parametrize("kind", HOLDS)
def test_our_table_says_of_each_property_what_schema_org_says(kind):
    own, _above = definitions()
    defined = {}
    for each in (*parents(kind), kind):
        defined |= own[each]
    told = {name: set(holds.split()) for name, holds in HOLDS[kind].items()}
    assert told == {name: defined.get(name) for name in told}


@pytest.mark.parametrize("kind", PARENTS)
def test_our_table_says_of_each_type_where_it_belongs(kind):
    assert PARENTS[kind] - parents(kind) == set()


@pytest.mark.parametrize("kind", MEMBERS)
def test_our_table_names_the_members_of_an_enumeration(kind):
    definitions()
    [line] = re.findall(rf"^export type {kind} = (.+);$", DEFINITIONS.read_text(), re.MULTILINE)
    assert set(MEMBERS[kind].split()) == set(MEMBER.findall(line))


def test_what_search_engines_demand_is_in_the_table():
    assert {kind for kind in REQUIRED if not REQUIRED[kind] <= set(HOLDS[kind])} == set()
