"""One spider for each publishing platform, none for a single portal."""
