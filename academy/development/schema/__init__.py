"""The shapes of development's reference data, one module for each kind of file."""
