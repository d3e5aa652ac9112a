"""One small function a file; the list that runs is in `comments/spam/assess.py`."""
