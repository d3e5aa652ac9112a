"""The moderators' side: "Reader comments" in Wagtail's admin. It works without JavaScript."""
