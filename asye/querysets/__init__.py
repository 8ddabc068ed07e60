"""Filters of enrolments and of everything that hangs on them."""
