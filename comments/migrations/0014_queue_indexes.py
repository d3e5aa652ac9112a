from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0013_rights")]

    operations = [
        migrations.RemoveIndex(model_name="comment", name="comment_queue_of_a_page"),
        migrations.RemoveIndex(model_name="comment", name="comment_queue_of_a_kind"),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                fields=["page", "status", "created_at", "id", "urgency"],
                name="comment_queue_of_a_page",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("cluster__isnull", False)),
                fields=["cluster", "status", "created_at", "id", "urgency"],
                name="comment_queue_of_a_kind",
            ),
        ),
    ]
