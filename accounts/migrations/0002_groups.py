"""Wagtail's stock group "Moderators" publishes pages and reads no comments: it is named for that.

"Editors" stays as Wagtail makes it: it writes pages and does not publish them.
"""

from django.db import migrations

NAMES = {"Moderators": "Publishers"}
WORKFLOWS = {"Moderators approval": "Publishers approval"}


def rename(apps, groups, workflows):
    for old, new in groups.items():
        apps.get_model("auth", "Group").objects.filter(name=old).update(name=new)
    for old, new in workflows.items():
        apps.get_model("wagtailcore", "Workflow").objects.filter(name=old).update(name=new)
        apps.get_model("wagtailcore", "Task").objects.filter(name=old).update(name=new)


def give_new_names(apps, schema_editor):
    rename(apps, NAMES, WORKFLOWS)


def give_old_names_back(apps, schema_editor):
    rename(
        apps,
        {new: old for old, new in NAMES.items()},
        {new: old for old, new in WORKFLOWS.items()},
    )


class Migration(migrations.Migration):
    # Every one of these looks the stock groups up by name; they must be through with it.
    dependencies = [
        ("accounts", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(give_new_names, give_old_names_back)]
