"""Comments that say nearly the same, over time and posts: a campaign of spam, or a petition."""

from django.db import models
from django.utils import timezone


class Cluster(models.Model):
    """Comments alike. What it keeps of their words is a sketch (spam/alike.py), for a while."""

    sketch = models.BinaryField()
    last_seen_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"cluster {self.pk}"


class ClusterBand(models.Model):
    """One band of a cluster's sketch: texts that share a band are worth comparing."""

    cluster = models.ForeignKey(Cluster, on_delete=models.CASCADE, related_name="bands")
    band = models.BigIntegerField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"band of cluster {self.cluster_id}"
