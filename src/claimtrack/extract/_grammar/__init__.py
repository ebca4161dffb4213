"""Parse sentences without a model: items, phrases, verb groups, clauses."""
