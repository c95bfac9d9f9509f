"""A document to bytes, a module a format."""
