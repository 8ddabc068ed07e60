"""The shapes of reference data about people, one module for each kind of file."""
