"""Every answer that is already there is told its conversation, and what it keeps in place."""

from django.db import migrations

VISIBLE = ("published", "removed")


def find_roots(apps, schema_editor):
    """Climbs from each answer to the comment that answers nobody."""
    Comment = apps.get_model("comments", "Comment")
    answers = Comment.objects.filter(parent__isnull=False)
    parents = dict(answers.values_list("pk", "parent_id"))
    for number in parents:
        root, seen = number, set()
        while root in parents and root not in seen:
            seen.add(root)
            root = parents[root]
        Comment.objects.filter(pk=number).update(root_id=root)
    kept = set()
    for number in answers.filter(status__in=VISIBLE).values_list("pk", flat=True):
        while number in parents and parents[number] not in kept:
            number = parents[number]
            kept.add(number)
    for number in kept:
        Comment.objects.filter(pk=number).update(has_shown_reply=True)


class Migration(migrations.Migration):

    dependencies = [("comments", "0003_readers")]

    operations = [migrations.RunPython(find_roots, migrations.RunPython.noop)]
