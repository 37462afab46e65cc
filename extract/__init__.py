"""Reads one article into its events. Pure: no network, no database, no clock."""
