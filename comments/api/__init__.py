"""Threads for programs; `router` has their addresses."""

from comments.api.published import router

__all__ = ["router"]
