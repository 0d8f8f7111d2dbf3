"""Facts and views become HTML: Markdown, Jinja templates, Material's frame."""
