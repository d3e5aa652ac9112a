"""Reader comments: from a stranger's form to the page, and every decision on the way."""
