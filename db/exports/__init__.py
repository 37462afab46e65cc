"""Writes events into the formats of other programs, all from one description of columns."""
