from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0008_makers")]

    operations = [
        migrations.AddConstraint(
            model_name="moderationevent",
            constraint=models.CheckConstraint(
                condition=models.Q(actor__isnull=True)
                | models.Q(actor_number__isnull=False, actor=models.F("actor_number")),
                name="an_event_keeps_the_number_of_its_maker",
            ),
        ),
    ]
