"""What was found, and where."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of personal data, the most exact first: where two are equally sure, it is right.

    The words are those of `manage.py find_personal_data`.
    """

    USCIS_RECEIPT = "uscis_receipt"
    A_NUMBER = "a_number"
    CREDIT_CARD = "credit_card"
    ITIN = "itin"
    SSN = "ssn"
    EMAIL = "email"
    GPS = "gps"
    DATE_OF_BIRTH = "date_of_birth"
    PASSPORT = "passport"
    BANK_ACCOUNT = "bank_account"
    PHONE = "phone"
    LICENSE_PLATE = "license_plate"
    COURT_OR_DETENTION_ID = "court_or_detention_id"
    STREET_ADDRESS = "street_address"


@dataclass(frozen=True)
class Span:
    """`text[start:end]` is a datum of this kind, in characters of the text as it was written."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True)
class Found:
    """A datum in characters of the reading, and how doubtful its kind is.

    0 proves itself (a prefix, a check digit). `NO_CUE` has the shape alone. In between stands the
    number of characters to the word that names it: of two kinds the nearer word is right.
    """

    kind: Kind
    start: int
    end: int
    doubt: int = 0


NO_CUE = 12
