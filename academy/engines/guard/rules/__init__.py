"""What in a text may tell who somebody is. Pure: the same text, names and masks give the same hits."""

from academy.engines.guard.rules.detecting import hits_in
from academy.engines.guard.rules.hits import Hit
from academy.engines.guard.rules.masks import mask_fault

__all__ = ["Hit", "hits_in", "mask_fault"]
