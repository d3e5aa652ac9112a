"""What may be wrong with a newsroom, looked for by small functions, each with its remedy.

`settings.DOCTOR_CHECKS` names the functions, so that every room can have some without this one
knowing the room. A check changes nothing and sends nothing.
"""

from operations.doctor.examining import Examined, examine
from operations.doctor.finding import Finding, Grade, fault, good, warning

__all__ = ["Examined", "Finding", "Grade", "examine", "fault", "good", "warning"]
