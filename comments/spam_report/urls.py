"""Addresses of the spam filter's screens, below the admin's own."""

from django.urls import URLPattern, path

from comments.spam_report import change_log, doubts, report, term_list, thresholds, versions

app_name = "spam_filter"
urlpatterns: list[URLPattern] = [
    path("", report.report, name="report"),
    path("versions/", versions.versions, name="versions"),
    path("versions/activate/", versions.activate, name="activate"),
    path("versions/roll-back/", versions.roll_back, name="roll_back"),
    path("versions/learning/", versions.learning, name="learning"),
    path("thresholds/", thresholds.thresholds, name="thresholds"),
    path("terms/", term_list.term_list, name="terms"),
    path("terms/drop/", term_list.drop, name="drop_terms"),
    path("vouch/", doubts.vouch, name="vouch"),
    path("changes/", change_log.change_log, name="changes"),
]
