"""Pages of direct observations: the practitioner's, the observer's, and those behind a link."""
