"""The demo newsroom of the first run: invented neighbors, and what happened from 2010 to 2012."""
