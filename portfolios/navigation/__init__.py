"""Places of evidence and portfolios in the menu, one module for each noun. Importing this declares them all."""
