from comments.models import Cluster, ClusterBand
from tests.comments.factories import make_comment


def test_comments_outlive_their_cluster_and_its_bands_do_not(post):
    cluster = Cluster.objects.create(sketch=b"")
    ClusterBand.objects.create(cluster=cluster, band=2**62)
    comment = make_comment(post, cluster=cluster)
    cluster.delete()
    comment.refresh_from_db()
    assert comment.cluster is None
    assert not ClusterBand.objects.exists()
