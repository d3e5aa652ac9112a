"""Events in the body of a page: when they are, on which clocks, and their calendar files."""
