"""Ways into older posts: by year and month, by topic, author and series, counted and listed."""
