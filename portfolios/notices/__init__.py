"""What people are told of evidence and portfolios, one module for each noun."""
