"""Takes mails back that nobody wants any more."""

from operations.models import OutboxMail


def withdraw(*, recipient: str, begins: str, ends: str = "") -> int:
    """Deletes what waits for a recipient, by how its keys begin and end; how many there were.

    In the transaction that ends the wish for them, after the wish is gone. What the mail server is
    being told at this moment cannot be stopped.
    """
    theirs = OutboxMail.objects.waiting().filter(recipient__iexact=recipient)
    number, _by_model = theirs.filter(key__startswith=begins, key__endswith=ends).delete()
    return number
