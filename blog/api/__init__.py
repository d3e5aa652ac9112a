"""Posts, campaigns and events for programs; `router` has their addresses."""

from ninja import Router

from blog.api import campaigns, events, posts

router = Router()
router.add_router("posts", posts.router)
router.add_router("campaigns", campaigns.router)
router.add_router("events", events.router)

__all__ = ["router"]
