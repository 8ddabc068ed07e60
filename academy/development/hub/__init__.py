"""What stands on the page of one's own development, one module of cards for each noun."""

from academy.development.hub import plans

__all__ = ["plans"]
