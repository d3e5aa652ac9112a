from django.db import migrations, models


def vacuum_at_once(apps, schema_editor):
    """PostgreSQL leaves a deleted row's bytes in its file until it vacuums, which for one row a
    day it does after months; a key that is destroyed shall not be read there.
    """
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "ALTER TABLE operations_daykey SET "
            "(autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0)"
        )


class Migration(migrations.Migration):

    dependencies = [
        ('operations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='DayKey',
            fields=[
                ('day', models.DateField(primary_key=True, serialize=False)),
                ('secret', models.BinaryField()),
            ],
        ),
        migrations.RunPython(vacuum_at_once, migrations.RunPython.noop),
        migrations.CreateModel(
            name='LimitCounter',
            fields=[
                ('name', models.CharField(max_length=200, primary_key=True, serialize=False)),
                ('taken', models.PositiveIntegerField()),
                ('expires_at', models.DateTimeField(db_index=True)),
            ],
        ),
    ]
