"""What the editor is told of a draft beside Wagtail's own checks, while it is being written."""

from blog.checks.checker import NewsroomChecker, use_ours

__all__ = ["NewsroomChecker", "use_ours"]
