"""Pages of panels, one file for each journey."""
