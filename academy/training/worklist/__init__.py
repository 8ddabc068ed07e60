"""What of training waits for somebody, one module for each journey. Importing this declares it all."""

from academy.training.worklist import completions, places, requests, reviews

__all__ = ["completions", "places", "requests", "reviews"]
