"""Measures the reader: scores it on articles whose events are known, and holds the scores to a pinned floor."""
