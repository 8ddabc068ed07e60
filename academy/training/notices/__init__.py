"""What people are told about training, one module for each journey. Importing this declares them all."""

from academy.training.notices import places, requests

__all__ = ["places", "requests"]
