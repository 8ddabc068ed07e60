"""A ladder as a map: where boxes, ways and words stand. Pure geometry; templates draw it."""
