"""Raw material (text, HTML, Word, other systems' Markdown) becomes article proposals; nothing is published by it."""
