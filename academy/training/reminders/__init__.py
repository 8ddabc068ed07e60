"""What of training has a date, one module for each journey. Importing this declares it all."""

from academy.training.reminders import mandatory, places, requests

__all__ = ["mandatory", "places", "requests"]
