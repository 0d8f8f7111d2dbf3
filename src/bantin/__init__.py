"""bantin builds a searchable static news site for Vietnamese wards from Markdown files in git."""

__version__ = "0.1.0"
