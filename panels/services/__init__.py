"""Commands of panels."""
