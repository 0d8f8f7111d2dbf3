"""The writer of the search index."""
