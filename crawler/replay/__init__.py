"""Kept answers to articles again, without the network: a crawl's own evidence, and the archives of others."""
