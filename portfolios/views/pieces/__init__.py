"""Pages of evidence somebody verifies."""
