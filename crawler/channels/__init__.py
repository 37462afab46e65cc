"""The ways in which portals list their articles: one room each, none for a single portal."""
