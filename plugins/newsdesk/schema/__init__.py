"""The content model: what staff may write, field by field; the source of every check."""
