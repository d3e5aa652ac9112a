"""What programs are told of a page in the words of schema.org: plain data, for JSON-LD."""

from blog.structured.article import article
from blog.structured.organisation import organisation, website
from blog.structured.things import Thing, graph
from blog.structured.trail import Step, trail

__all__ = ["Step", "Thing", "article", "graph", "organisation", "trail", "website"]
