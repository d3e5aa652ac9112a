"""What the newsroom's machinery remembers between processes."""

from django.db import models


class WorkerLease(models.Model):
    """A worker's word that it is alive; whatever it runs is its own while the lease holds."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    renewed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.worker_id
