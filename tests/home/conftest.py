from tests.blog.conftest import stored

__all__ = ["stored"]
