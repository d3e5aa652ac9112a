"""Addresses of the reader's side."""

from django.urls import path

from comments import api
from comments.feeds import views as feeds
from comments.views.appeal import appeal
from comments.views.comment_page import show_form, submit
from comments.views.follow import follow, receipt_notices
from comments.views.live import count
from comments.views.notices import notice
from comments.views.permalink import anchored, permalink
from comments.views.receipt import edit, qr_code, receipt, withdraw
from comments.views.report import report, report_receipt
from comments.views.rules import rules
from comments.views.transparency import log, report_csv, report_json
from comments.views.transparency import report as transparency_report

app_name = "comments"
urlpatterns = [
    path("<int:page_id>/form/", show_form, name="form"),
    path("<int:page_id>/submit/", submit, name="submit"),
    path("<int:page_id>/follow/", follow, name="follow"),
    path("<int:page_id>/count.json", count, name="count"),
    path("<int:page_id>/at/<str:anchor>/", anchored, name="anchored"),
    path("<int:comment_id>/", permalink, name="permalink"),
    path("receipt/<str:secret>/", receipt, name="receipt"),
    path("receipt/<str:secret>/notices/", receipt_notices, name="receipt_notices"),
    path("notices/<str:signed>/", notice, name="notice"),
    path("receipt/<str:secret>/qr.svg", qr_code, name="receipt_qr"),
    path("receipt/<str:secret>/edit/", edit, name="receipt_edit"),
    path("receipt/<str:secret>/withdraw/", withdraw, name="receipt_withdraw"),
    path("receipt/<str:secret>/appeal/", appeal, name="receipt_appeal"),
    path("<int:comment_id>/report/", report, name="report"),
    path("report/<str:secret>/", report_receipt, name="report_receipt"),
    path("rules/", rules, name="rules"),
    path("rules/<slug:language>/", rules, name="rules_in"),
]

# The feeds of comments stand beside what is commented on, in its language.
feed_pages = [
    path("comments/feed/", feeds.edition, name="edition"),
    path("comments/feed/<str:ending>/", feeds.edition, name="edition_in"),
    path("<path:page_path>/comments/feed/", feeds.of_page, name="page"),
    path("<path:page_path>/comments/feed/<str:ending>/", feeds.of_page, name="page_in"),
]

# The public report has addresses of its own, and a page in each language.
transparency_files = [
    path("transparency.json", report_json, name="json"),
    path("transparency.csv", report_csv, name="csv"),
]
transparency_pages = [
    path("transparency/", transparency_report, name="report"),
    path("transparency/log/", log, name="log"),
]

# What programs read of threads; config/api.py puts it into the newsroom's API.
api_router = api.router
