"""Corrections: what they do, and the laws that hold after them."""
