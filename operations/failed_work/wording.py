"""Plain words for what failed, and none that tells of a person."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What the rooms let the keys of their mails begin with. The rest of a key may name somebody.
MAILS: dict[str, Promise] = {
    "appeal": _("Tells an author what came of an appeal"),
    "confirm": _("Asks somebody to confirm an address"),
    "error": _("Tells the owner of an error"),
    "form": _("Tells that something came through a form"),
    "moderator": _("Tells a moderator what waits"),
    "news": _("News for a subscriber"),
    "subscription": _("Tells a reader of answers or of a decision"),
}
OTHER_MAIL = _("Another mail")
# Wagtail's and its libraries' own; newsrooms have no others.
TASKS: dict[str, Promise] = {
    "wagtail.tasks.update_reference_index_task": _("Notes what is used where"),
    "wagtail.tasks.delete_file_from_storage_task": _("Deletes a file that nothing uses any more"),
    "wagtail.images.tasks.set_image_focal_point_task": _("Looks for what matters in a picture"),
    "modelsearch.tasks.insert_or_update_object_task": _("Puts something into the search"),
}


def of_a_mail(key: str) -> str:
    """What a mail is for, by how its key begins."""
    return str(MAILS.get(key.partition(":")[0], OTHER_MAIL))


def of_a_task(path: str) -> str:
    """What a task does; the path of one that nobody has words for."""
    return str(TASKS.get(path, path))
