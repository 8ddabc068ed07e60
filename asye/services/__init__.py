"""Commands of the assessed and supported year."""
