"""Forms of the assessed and supported year, one module for each noun."""
