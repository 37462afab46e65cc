"""Looks at a site that is in no registry: how it publishes, what of it can be read, and what its entry would be."""
