"""Templates of portfolios and evidence policies as reference data."""
