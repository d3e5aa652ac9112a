"""Addresses of the queue, below the admin's own."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import IntConverter

from comments.around import export, statistics_screen
from comments.desk import (
    appeals,
    author,
    authorities,
    bans,
    irreversible,
    log,
    notes,
    redaction,
    rules,
    sections,
)
from comments.moderation_queue import (
    answer,
    block_list,
    bulk,
    claiming,
    deciding,
    history,
    jobs,
    latest,
    page_deletion,
    raid_switch,
    saved,
    views,
)

LARGEST_NUMBER = 2**63 - 1  # of a row, in every database


class RowNumber(IntConverter):
    """The number of a row. A larger one than any row can have is no address: 404."""

    def to_python(self, value: str) -> int:
        """The number; `ValueError`, which Django takes for "no match", when it is too large."""
        if (number := super().to_python(value)) > LARGEST_NUMBER:
            raise ValueError(value)
        return number


register_converter(RowNumber, "row")

app_name = "reader_comments"
urlpatterns: list[URLPattern] = [
    path("", views.queue, name="queue"),
    path("<row:comment_id>/history/", history.history, name="history"),
    path("decide/", deciding.decide, name="decide"),
    path("<row:comment_id>/answer/", answer.answer, name="answer"),
    path("undo/", latest.undo_latest, name="undo_latest"),
    path("claim/", claiming.claim, name="claim"),
    path("filters/", saved.save_filter, name="save_filter"),
    path("filters/<row:filter_id>/forget/", saved.forget_filter, name="forget_filter"),
    path("undo/<row:event_id>/", deciding.undo, name="undo"),
    path("alike/decide/", bulk.decide_alike, name="decide_alike"),
    path("alike/<uuid:batch>/undo/", bulk.undo_alike, name="undo_alike"),
    path("matching/decide/", bulk.decide_matching, name="decide_matching"),
    path("jobs/<uuid:batch>/", jobs.show, name="job"),
    path("blocks/", block_list.list_blocks, name="blocks"),
    path("blocks/new/", block_list.add_block, name="add_block"),
    path("blocks/<row:block_id>/remove/", block_list.remove_block, name="remove_block"),
    path("<row:comment_id>/author/", author.author, name="author"),
    path("bans/", bans.list_bans, name="bans"),
    path("ban/", bans.ban, name="ban"),
    path("bans/<row:block_id>/lift/", bans.lift_ban, name="lift_ban"),
    path("log/", log.log, name="log"),
    path("log/authorities/", authorities.authorities, name="authorities"),
    path("for-ever/", irreversible.list_acts, name="irreversible"),
    path("for-ever/new/", irreversible.ask, name="ask_irreversible"),
    path("for-ever/<row:act_id>/confirm/", irreversible.confirm, name="confirm_irreversible"),
    path("for-ever/<row:act_id>/call-off/", irreversible.call_off, name="call_off_irreversible"),
    path("for-ever/<row:act_id>/file/", irreversible.collect, name="collect_export"),
    path("sections/", sections.sections, name="sections"),
    path("sections/<row:given_id>/take/", sections.take_section, name="take_section"),
    path("raid/<row:page_id>/", raid_switch.switch, name="raid"),
    path("pages/<row:page_id>/delete/", page_deletion.delete, name="delete_page"),
    path("appeals/", appeals.list_appeals, name="appeals"),
    path("appeals/<row:appeal_id>/", appeals.appeal, name="appeal"),
    path("rules/", rules.list_rules, name="rules"),
    path("rules/new/", rules.add_rule, name="add_rule"),
    path("rules/<row:rule_id>/", rules.change_rule, name="change_rule"),
    path("rules/<row:rule_id>/up/", rules.move_rule, name="move_rule"),
    path("rules/<row:rule_id>/retire/", rules.retire_rule, name="retire_rule"),
    path("rules/<row:rule_id>/bring-back/", rules.bring_back_rule, name="bring_back_rule"),
    path("statistics/", statistics_screen.statistics, name="statistics"),
    path("export/", export.export, name="export"),
    path("<row:comment_id>/note/", notes.add_note, name="add_note"),
    path("<row:comment_id>/redact/", redaction.redact, name="redact"),
]
