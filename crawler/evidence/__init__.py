"""What sites answered, kept in WARC files: written as a crawl goes, read again to show a page or to replay."""
