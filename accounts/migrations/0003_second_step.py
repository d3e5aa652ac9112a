from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_groups")]

    operations = [
        migrations.AlterModelOptions(
            name="user",
            options={
                "permissions": [("owes_second_step", "Must sign in with a code from their phone")],
                "verbose_name": "user",
                "verbose_name_plural": "users",
            },
        ),
        migrations.AddField(
            model_name="user",
            name="second_step_since",
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
