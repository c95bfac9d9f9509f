"""Tests of what turns bytes into a source."""
