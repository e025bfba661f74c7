"""propositions."""
