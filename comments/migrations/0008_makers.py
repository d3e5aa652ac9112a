from django.db import migrations
from django.db.models import F


def keep_numbers(apps, schema_editor):
    """Events made before know their makers by account alone."""
    events = apps.get_model("comments", "ModerationEvent").objects
    events.exclude(actor=None).update(actor_number=F("actor"))


class Migration(migrations.Migration):
    dependencies = [("comments", "0007_desk")]

    operations = [migrations.RunPython(keep_numbers, migrations.RunPython.noop)]
