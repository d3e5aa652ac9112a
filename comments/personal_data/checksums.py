"""Check digits. Each is a handful of lines, so no package is needed for them."""

_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_ABA_WEIGHTS = (3, 7, 1) * 3
_CLABE_WEIGHTS = (3, 7, 1) * 6


def passes_luhn(digits: str) -> bool:
    """Whether a card's last digit is right (ISO/IEC 7812-1, annex B)."""
    backwards = [int(digit) for digit in reversed(digits)]
    return (sum(backwards[::2]) + sum(_DOUBLED[digit] for digit in backwards[1::2])) % 10 == 0


def passes_aba(digits: str) -> bool:
    """Whether nine digits are a routing number (American Bankers Association, 3-7-1)."""
    return len(digits) == len(_ABA_WEIGHTS) and _weighted(digits, _ABA_WEIGHTS) % 10 == 0


def passes_clabe(digits: str) -> bool:
    """Whether 18 digits are a Mexican CLABE: each product modulo 10, 3-7-1."""
    if len(digits) != len(_CLABE_WEIGHTS):
        return False
    products = [int(d) * w % 10 for d, w in zip(digits[:17], _CLABE_WEIGHTS[:17], strict=True)]
    return (10 - sum(products) % 10) % 10 == int(digits[17])


def passes_iban(iban: str) -> bool:
    """Whether letters and digits are an account number by ISO 13616: 1 modulo 97."""
    moved = iban[4:] + iban[:4]
    return int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
