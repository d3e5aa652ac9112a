from tests.comments.learning.making import tiny_seed

__all__ = ["tiny_seed"]
