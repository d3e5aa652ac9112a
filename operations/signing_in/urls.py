"""The door's own addresses; in front of Wagtail's, whose pages they replace."""

from django.urls import path

from operations.signing_in import door
from operations.signing_in.new_password import NewPasswordView

urlpatterns = [
    path("login/", door.SignInView.as_view(), name="wagtailadmin_login"),
    path("logout/", door.SignOutView.as_view(), name="wagtailadmin_logout"),
    path("login/code/", door.second_step_page, name="second_step"),
    path("login/first-code/", door.first_time_page, name="second_step_first_time"),
    path("password_reset/", NewPasswordView.as_view(), name="wagtailadmin_password_reset"),
]
