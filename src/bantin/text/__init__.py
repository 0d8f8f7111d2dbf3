"""Vietnamese text: folding, slugs, names, dates, sorting. Pure functions, no catalogue of messages."""
