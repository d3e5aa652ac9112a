"""Takes mails back that nobody wants any more."""

from operations.models import OutboxMail

# Instead of the kind of problem, in what was given up: it is never tried again.
WITHDRAWN = "withdrawn"


def withdraw(*, recipient: str, begins: str, ends: str = "") -> int:
    """Deletes what waits for a recipient, by how its keys begin and end; how many there were.

    In the transaction that ends the wish for them, after the wish is gone. What the mail server is
    being told at this moment cannot be stopped. What was given up stays so, whoever wants it tried
    again.
    """
    of_the_wish = OutboxMail.objects.filter(
        recipient__iexact=recipient, key__startswith=begins, key__endswith=ends
    )
    of_the_wish.given_up().update(last_problem=WITHDRAWN)
    number, _by_model = of_the_wish.waiting().delete()
    return number
