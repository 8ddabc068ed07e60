"""What evidence and portfolios put on worklists, one module for each noun. Importing this declares them all."""
