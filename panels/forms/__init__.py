"""Forms of panels, one file for each journey."""
