from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("comments", "0004_conversations")]

    operations = [
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('parent__isnull', True), ('root__isnull', True)), models.Q(('parent__isnull', False), ('root__isnull', False)), _connector='OR'), name='every_answer_belongs_to_a_conversation'),
        ),
    ]
