"""A rule for each reason that removals had so far, under its code."""

from django.db import migrations

# By language, as it was in November 2026: the title as the list of reasons had it, and the text.
RULES = {
    "off_topic": {
        "en": (
            "Off topic",
            "Comments are about the post, or about what somebody said below it.",
        ),
        "es": (
            "Fuera de tema",
            "Los comentarios tratan de la entrada o de lo que alguien dijo debajo de ella.",
        ),
    },
    "abuse": {
        "en": (
            "Abuse or threat",
            "Argue with what people say. Nobody is insulted, threatened or degraded here, whoever "
            "they are.",
        ),
        "es": (
            "Insultos o amenazas",
            "Discuta lo que la gente dice. Aquí no se insulta, amenaza ni degrada a nadie, sea "
            "quien sea.",
        ),
    },
    "privacy": {
        "en": (
            "Somebody's personal data",
            "What could endanger a person stays out: addresses, telephone numbers, numbers of "
            "cases or papers, where somebody is or works.",
        ),
        "es": (
            "Datos personales de alguien",
            "No se publica lo que pueda poner en peligro a una persona: direcciones, teléfonos, "
            "números de expedientes o documentos, dónde está o trabaja alguien.",
        ),
    },
    "advertising": {
        "en": ("Advertising", "Comments sell nothing and do not lead to what is for sale."),
        "es": ("Publicidad", "Los comentarios no venden nada ni llevan a lo que se vende."),
    },
    "illegal": {
        "en": ("Against the law", "What the law forbids to publish is not published here."),
        "es": ("Contrario a la ley", "Aquí no se publica lo que la ley prohíbe publicar."),
    },
}


def make_rules(apps, schema_editor):
    """Where a rule has the code already, it stays as it is."""
    Rule = apps.get_model("comments", "Rule")
    RuleVersion = apps.get_model("comments", "RuleVersion")
    RuleText = apps.get_model("comments", "RuleText")
    for position, (code, texts) in enumerate(RULES.items(), start=1):
        rule, is_new = Rule.objects.get_or_create(
            code=code, defaults={"reason": code, "position": position}
        )
        if is_new:
            version = RuleVersion.objects.create(rule=rule, number=1)
            RuleText.objects.bulk_create(
                RuleText(version=version, language=language, title=title, text=text)
                for language, (title, text) in texts.items()
            )


class Migration(migrations.Migration):
    dependencies = [("comments", "0011_urgency")]

    operations = [migrations.RunPython(make_rules, migrations.RunPython.noop)]
