"""The group of those who read what waits and decide: into the admin and the queue, nothing else."""

from django.db import migrations

GROUP = "Comment moderators"


def make_group(apps, schema_editor):
    """Permission rows are made after all migrations, so this one makes the two it needs."""
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    comment, _ = ContentType.objects.get_or_create(app_label="comments", model="comment")
    moderate, _ = Permission.objects.get_or_create(
        content_type=comment,
        codename="moderate_comment",
        defaults={"name": "Can moderate reader comments"},
    )
    enter = Permission.objects.get(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    group.permissions.add(enter, moderate)


def remove_group(apps, schema_editor):
    """The permission stays: Django makes and keeps it by itself."""
    apps.get_model("auth", "Group").objects.filter(name=GROUP).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0006_formstate"),
    ]

    operations = [migrations.RunPython(make_group, remove_group)]
