"""Shows: the command line and the demo portal."""
