"""Tests of what several writers ask of a document."""
