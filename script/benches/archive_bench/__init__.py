"""A newsroom of any number of posts, for the benchmark of its lists, archives and search."""
