"""What somebody outside may do by a one-time link or a card, one module for each noun."""

from portfolios.links import feedback, observations

__all__ = ["feedback", "observations"]
