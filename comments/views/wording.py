"""Sentences for readers, for what the house knows by codes."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.personal_data import Kind
from comments.states import Reason

DATUM: Mapping[Kind, Promise] = {
    Kind.USCIS_RECEIPT: _("a USCIS receipt number"),
    Kind.A_NUMBER: _("an A-number"),
    Kind.CREDIT_CARD: _("the number of a bank card"),
    Kind.ITIN: _("a taxpayer number (ITIN)"),
    Kind.SSN: _("a Social Security number"),
    Kind.EMAIL: _("an e-mail address"),
    Kind.GPS: _("the coordinates of a place"),
    Kind.DATE_OF_BIRTH: _("a date of birth"),
    Kind.PASSPORT: _("a passport number"),
    Kind.BANK_ACCOUNT: _("a bank account"),
    Kind.PHONE: _("a telephone number"),
    Kind.LICENSE_PLATE: _("a license plate"),
    Kind.COURT_OR_DETENTION_ID: _("the number of a case or of a person in custody"),
    Kind.STREET_ADDRESS: _("a street address"),
}

# Four general reasons, so that nobody learns from a receipt what a filter looks for.
WHY_HELD: Mapping[str, Promise] = {
    Reason.FIRST_COMMENT: _("Comments here are read by a person before they appear."),
    Reason.LINKS: _("It has a link, and links are read by a person first."),
    Reason.PERSONAL_DATA: _("It may hold personal data, so a person looks first."),
    Reason.CHECKS: _("An automatic check asked for a person to read it."),
}

WHY_REMOVED: Mapping[str, Promise] = {
    Reason.OFF_TOPIC: _("It was not about the post."),
    Reason.ABUSE: _("It abused or threatened somebody."),
    Reason.PRIVACY: _("It gave away somebody's personal data."),
    Reason.ADVERTISING: _("It was advertising."),
    Reason.ILLEGAL: _("It was against the law."),
}
