"""Text and marks out of bytes: what the readers are made of, as :mod:`transcript.typeset` is for the writers."""
