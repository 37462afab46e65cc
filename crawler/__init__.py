"""Collects: portals in, articles out. A Scrapy project."""
