"""What scripts/bench.py is made of: an invented corpus, the tools that build it, the steps, the figures, the report."""
