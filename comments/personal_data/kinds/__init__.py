"""One kind or family a file; the list that runs is in `comments/personal_data/finder.py`."""
