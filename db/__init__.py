"""Keeps articles, mentions and events: models, migrations, linking, queries and exports."""
