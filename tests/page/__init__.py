"""The page at ``/``: in a real Chromium where there is one, and what it answers without scripts."""
