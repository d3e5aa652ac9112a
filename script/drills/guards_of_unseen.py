"""The guards of what a moderator has not seen, or may not touch: no decision reaches it."""

from guard import Guard

C, T = "comments", "tests/comments"
QUEUE, QUEUE_TESTS = f"{C}/moderation_queue", f"{T}/moderation_queue"
MODERATION, ACTS = f"{C}/moderation", f"{T}/moderation"
LOOKED_AT, LOOKED_AT_TESTS = f"{QUEUE}/looked_at.py", f"{QUEUE_TESTS}/test_looked_at.py"
CARRYING, CARRYING_TESTS = f"{MODERATION}/carrying.py", f"{ACTS}/test_carrying.py"
BESIDE, BESIDE_TESTS = f"{MODERATION}/beside.py", f"{ACTS}/test_beside.py"
FOREVER, FOREVER_TESTS = f"{C}/irreversible", f"{T}/irreversible"
VERIFYING, SEALS_TESTS = f"{C}/seals/verifying.py", f"{T}/seals"

ALL_THAT_FIT = (
    Guard("unseen-by-the-filter", LOOKED_AT, "comments = wanted.of_tab()\n    if",
          "comments = wanted.among\n    if", f"{QUEUE_TESTS}/test_bulk.py"),
    Guard("unseen-came-later", f"{MODERATION}/jobs.py", ".filter(seen__lte=up_to)", "",
          f"{ACTS}/test_jobs.py {QUEUE_TESTS}/test_bulk.py"),
    Guard("unseen-report", f"{QUEUE}/reported.py", ".filter(pk__lte=up_to)", "",
          LOOKED_AT_TESTS),
    Guard("unseen-without-the-log", f"{QUEUE}/bulk.py", "if not is_the_same:", "if False:",
          LOOKED_AT_TESTS),
    Guard("unseen-pages", LOOKED_AT, "if (pages := wanted.pages()) is not None:",
          "if (pages := None) is not None:", LOOKED_AT_TESTS),
    Guard("unseen-language", LOOKED_AT, "comments = comments.filter(created_at__lt=told_until)",
          "pass", LOOKED_AT_TESTS),
    Guard("unseen-too-many", LOOKED_AT, "            raise TooMany", "            pass",
          LOOKED_AT_TESTS),
    Guard("unread-report-among-many", f"{MODERATION}/unread.py", "filter(is_reported=True)",
          "none()", f"{ACTS}/test_unread.py"),
    Guard("unread-restored", f"{MODERATION}/unread.py", "if action == Action.RESTORE:",
          "if False:", f"{ACTS}/test_unread.py"),
)  # fmt: skip
WORKER = (
    Guard("worker-rule-that-changed", CARRYING, "if not _holds(job.rule_version):", "if False:",
          CARRYING_TESTS),
    Guard("worker-beyond-the-section", CARRYING, "    if section is None:\n        return set()",
          "    if True:\n        return set()", CARRYING_TESTS),
    Guard("undo-beyond-the-section", f"{QUEUE}/latest.py",
          "theirs if section is None else", "theirs if True else", f"{QUEUE_TESTS}/test_latest.py"),
)  # fmt: skip
BLACKING_OUT = (
    Guard("redaction-lifts-no-ban", BESIDE, "if is_by_them and may_take_off(block):",
          "if is_by_them:", BESIDE_TESTS),
    Guard("redaction-leaves-phrases-of-more", BESIDE, "return left != text and not any(",
          "return left != text or not any(", BESIDE_TESTS),
    Guard("redaction-leaves-lists-of-others", BESIDE, "if has_section and saved.user_id",
          "if False and saved.user_id", BESIDE_TESTS),
    Guard("redaction-of-an-address", f"{MODERATION}/redaction.py",
          'comment.author_email = ""', "pass", f"{ACTS}/test_redaction.py"),
)  # fmt: skip
FOR_GOOD = (
    Guard("purge-of-what-was-shown", f"{FOREVER}/asking.py",
          "if not constant_time_compare(mark_of(act.wanted), shown):", "if False:",
          f"{T}/desk/test_irreversible.py"),
    Guard("purge-takes-exports-along", f"{FOREVER}/purging.py",
          "files.forget_about(*(comment.pk for comment in found))", "pass",
          f"{FOREVER_TESTS}/test_purging.py"),
    Guard("erasure-takes-exports-along", f"{C}/erasure.py",
          'forget_about(*doomed.values_list("pk", flat=True))', "pass", f"{T}/test_erasure.py"),
)  # fmt: skip
SHOWN = (
    Guard("appeals-alike-that-were-read", f"{C}/appeals/answering.py", ".filter(pk__in=seen)", "",
          f"{T}/appeals/test_listing.py {T}/desk/test_appeal_form.py"),
    Guard("threat-of-a-parent", f"{QUEUE}/cards.py",
          "return parent is not None and masking.has_threat(parent.evidence)", "return False",
          f"{QUEUE_TESTS}/test_covered.py"),
    Guard("threat-of-an-edit", f"{QUEUE}/cards.py",
          "return self.edit is not None and masking.has_threat(self.edit.evidence)",
          "return False", f"{QUEUE_TESTS}/test_covered.py"),
    Guard("threat-in-an-appeal", f"{C}/desk/appeal_shown.py",
          "may_threaten=_may_threaten(comment)", "may_threaten=False",
          f"{T}/desk/test_appeal_shown.py"),
    Guard("seals-below-all", VERIFYING, "yield from _below(table)", "pass", SEALS_TESTS),
    Guard("seals-backdated", VERIFYING, "if self._is_backdated(found):", "if False:", SEALS_TESTS),
)  # fmt: skip
GUARDS = (*ALL_THAT_FIT, *WORKER, *BLACKING_OUT, *FOR_GOOD, *SHOWN)
