"""What the newsroom's machinery remembers between processes."""

from django.db import models


class WorkerLease(models.Model):
    """A worker's word that it is alive; whatever it runs is its own while the lease holds."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    renewed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.worker_id


class DayKey(models.Model):
    """Half of what turns an address into a key for one day; nobody can do so once it is gone."""

    day = models.DateField(primary_key=True)
    secret = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.day}"


class LimitCounter(models.Model):
    """How often something was done under a limit's name since its time began."""

    name = models.CharField(max_length=200, primary_key=True)
    taken = models.PositiveIntegerField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.taken} until {self.expires_at:%H:%M}"
