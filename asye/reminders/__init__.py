"""What of the assessed and supported year has a date, one module for each noun. Importing this declares it all."""
