"""Groups by what people do: Authors, Editors, Administrators (Comment moderators are there).

What was called "Editors" wrote pages and did not publish; what was called "Publishers" did. They
are renamed, people and rights in them stay. Only where nobody was in the first yet it shrinks to
what an author needs: own drafts. A newsroom with a group "Authors" of its own keeps all names.
"""

from django.db import migrations

RENAMED = (("Editors", "Authors"), ("Publishers", "Editors"))
WORKFLOWS = {"Publishers approval": "Editors approval"}
ROOT_DEPTH = 1

ENTER = ("wagtailadmin.access_admin",)
SNIPPETS = ("author", "topic", "series")


def each(app, models, *actions):
    return [f"{app}.{action}_{model}" for model in models for action in actions]


def files(*actions):
    images = each("wagtailimages", ["image"], *actions)
    return [*images, *each("wagtaildocs", ["document"], *actions)]


WRITE = [*ENTER, *each("blog", SNIPPETS, "add", "change")]
PUBLISH = [
    *WRITE,
    *each("blog", SNIPPETS, "delete"),
    # Who asks to be taken off must not wait for an administrator.
    *each("blog", ["subscriber"], "view", "delete"),
    "simple_translation.submit_translation",
    *each("wagtailredirects", ["redirect"], "add", "change", "delete"),
]
RUN = [
    *PUBLISH,
    "comments.moderate_comment",
    "comments.senior_moderator",
    "comments.change_commentsettings",
    "home.change_newsroomsettings",
    *each("accounts", ["user"], "add", "change", "delete"),
    *each("auth", ["group"], "add", "change", "delete"),
    *each("wagtailcore", ["site", "locale", "workflow", "task"], "add", "change", "delete"),
]
RIGHTS = {"Authors": WRITE, "Editors": PUBLISH, "Administrators": RUN}
EVERYWHERE = {
    "Authors": ["add_page"],
    "Editors": ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
    "Administrators": [
        "add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page",
    ],
}  # fmt: skip
# As Django names those rows of its own accord.
NAMES = {
    "senior_moderator": "Can ban, change rules and decide appeals",
    "moderate_comment": "Can moderate reader comments",
    "submit_translation": "Can submit translations",
    "change_newsroomsettings": "Can change newsroom",
    "change_commentsettings": "Can change comment rules",
}
COLLECTION_RIGHTS = {
    "Authors": files("add", "choose"),
    "Editors": files("add", "change", "choose"),
    "Administrators": [
        *files("add", "change", "choose", "delete"),
        *each("wagtailcore", ["collection"], "add", "change", "delete"),
    ],
}


def permission(apps, name):
    """Permission rows are made after all migrations, so this one makes those that it needs."""
    app, codename = name.split(".")
    model = {"access_admin": "admin", "submit_translation": "simpletranslation",
             "senior_moderator": "comment"}.get(codename, codename.rpartition("_")[2])  # fmt: skip
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=model
    )
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": NAMES.get(codename, f"Can {codename.replace('_', ' ')}")},
    )[0]


def rename(apps, names, workflows):
    groups = apps.get_model("auth", "Group").objects
    for old, new in names:
        groups.filter(name=old).update(name=new)
    for old, new in workflows.items():
        apps.get_model("wagtailcore", "Workflow").objects.filter(name=old).update(name=new)
        apps.get_model("wagtailcore", "Task").objects.filter(name=old).update(name=new)


def shrink(apps, group):
    """Own drafts only: what is left is given by `give`."""
    for model in ("GroupPagePermission", "GroupCollectionPermission"):
        apps.get_model("wagtailcore", model).objects.filter(group=group).delete()
    group.permissions.clear()


def give(apps, group, name):
    group.permissions.add(*[permission(apps, right) for right in RIGHTS[name]])
    for page in apps.get_model("wagtailcore", "Page").objects.filter(depth=ROOT_DEPTH)[:1]:
        for codename in EVERYWHERE[name]:
            apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
                group=group, page=page, permission=permission(apps, f"wagtailcore.{codename}")
            )
    for root in apps.get_model("wagtailcore", "Collection").objects.filter(depth=ROOT_DEPTH)[:1]:
        for right in COLLECTION_RIGHTS[name]:
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                group=group, collection=root, permission=permission(apps, right)
            )


def make_groups(apps, schema_editor):
    """A newsroom that has done away with a group does without; Administrators are new."""
    groups = apps.get_model("auth", "Group").objects
    if not groups.filter(name="Authors").exists():
        rename(apps, RENAMED, WORKFLOWS)
        for authors in groups.filter(name="Authors", user=None):
            shrink(apps, authors)
        for name in ("Authors", "Editors"):
            for group in groups.filter(name=name):
                give(apps, group, name)
    administrators, is_new = groups.get_or_create(name="Administrators")
    if is_new:
        give(apps, administrators, "Administrators")


def take_back(apps, schema_editor):
    """The names; rights and people stay. The group that is new goes if nobody is in it."""
    apps.get_model("auth", "Group").objects.filter(name="Administrators", user=None).delete()
    rename(
        apps,
        [(new, old) for old, new in reversed(RENAMED)],
        {new: old for old, new in WORKFLOWS.items()},
    )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0004_publishing"),
        ("blog", "0004_publishing"),
        ("blog", "0002_groups"),
        ("comments", "0013_rights"),
        ("accounts", "0003_second_step"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("simple_translation", "0001_initial"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0001_initial"),
    ]

    operations = [migrations.RunPython(make_groups, take_back)]
