"""Takes the pictures in docs/screenshots from a newsroom of its own; script/screenshots runs it.

`readme` takes those of README.md from the demo as the first run makes it. `scene` then fills the
queue with what `said` has, and `guide` takes those of docs/moderate.md. `newsdesk` writes a post on
a phone, for docs/write.md, docs/campaigns.md and docs/newsletter.md.
"""
