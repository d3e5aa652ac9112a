"""The reader's side over HTTP, one file for each thing a reader does. Nothing here is cached."""
