from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0014_queue_indexes")]

    operations = [
        migrations.AddConstraint(
            model_name="moderationevent",
            constraint=models.CheckConstraint(
                condition=models.Q(("id__gt", 0)), name="an_event_has_a_number_above_0"
            ),
        ),
        migrations.AddConstraint(
            model_name="deskevent",
            constraint=models.CheckConstraint(
                condition=models.Q(("id__gt", 0)), name="a_desk_event_has_a_number_above_0"
            ),
        ),
    ]
