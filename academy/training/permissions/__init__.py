"""Who may do what with training, one module for each journey. Importing this declares them all."""

from academy.training.permissions import bookings, completions, offer, requests

__all__ = ["bookings", "completions", "offer", "requests"]
