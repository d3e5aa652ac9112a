"""Who writes pages also names their authors and topics; who publishes may also delete those."""

from django.db import migrations

WRITE = ("add", "change")
RIGHTS = {"Editors": WRITE, "Publishers": (*WRITE, "delete")}
SNIPPETS = ("author", "topic")


def rights(apps, actions):
    """Permission rows are made after all migrations, so this one makes those that it needs."""
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    for model in SNIPPETS:
        content_type, _ = ContentType.objects.get_or_create(app_label="blog", model=model)
        for action in actions:
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type,
                codename=f"{action}_{model}",
                defaults={"name": f"Can {action} {model}"},
            )
            yield permission


def give(apps, schema_editor):
    """A newsroom that has done away with a group does without."""
    for name, actions in RIGHTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*rights(apps, actions))


def take_back(apps, schema_editor):
    """The permissions stay: Django makes and keeps them by itself."""
    for name, actions in RIGHTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.remove(*rights(apps, actions))


class Migration(migrations.Migration):
    # The groups have their names since accounts' second migration.
    dependencies = [
        ("blog", "0001_initial"),
        ("accounts", "0002_groups"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give, take_back)]
