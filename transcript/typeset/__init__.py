"""What several writers ask of a document: names to print, paragraphs, times as printed, cues.

Nothing here knows a format: the questions are the same for each of them.
"""
