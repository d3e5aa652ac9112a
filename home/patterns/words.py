"""Words as short, as long and from as far away as a newsroom will ever meet; for developers."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

Context = Mapping[str, Any]  # Any: whatever a template asks for

SHORT = "No"
USUAL = "The county votes on the late bus, and we fill the room"
LONG = (
    "What the board heard, what it did not want to hear, who stood in line until midnight for two "
    "minutes at the microphone, and why it has to vote again on Thursday"
)
GERMAN = "Aufenthaltserlaubnisverlängerungsgebührenbefreiungsantrag"
ARABIC = "المجلس يصوّت يوم الخميس على الحافلة الليلية"
SUMMARY = (
    "Fourteen months of counting and asking, and now it is on the agenda: four more buses a night. "
    "Three of five have to say yes."
)
ARABIC_SUMMARY = "أربعة عشر شهرًا من العدّ والسؤال، والآن هي على جدول الأعمال."
TITLES = {
    "short": SHORT,
    "usual": USUAL,
    "long": LONG,
    "a long word": GERMAN,
    "right to left": ARABIC,
}
AT = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
