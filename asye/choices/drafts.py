"""The codes under which forms of a year keep unsent words."""

PART_FORM = "asye.review_part"
