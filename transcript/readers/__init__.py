"""Bytes to a source, a module a format."""
