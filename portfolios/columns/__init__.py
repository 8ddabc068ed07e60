"""What a manager sees of her people's portfolios, one module for each noun. Importing this declares it all."""

from portfolios.columns import portfolios

__all__ = ["portfolios"]
