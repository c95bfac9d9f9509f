"""Tests of the writers; each output is judged by a parser that others made."""
