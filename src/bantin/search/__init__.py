"""The writer of the search index: facts in, bytes out; no disk, no clock. docs/search.md describes every file."""
