"""Named filters of panels: whose cases somebody sees, and what of them."""
