"""The other screens of the desk, each in a file of its own; the queue is `moderation_queue/`."""
