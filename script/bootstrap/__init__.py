"""Sets up a machine before the portal's own packages are there: standard library only, any Python from 3.11."""
