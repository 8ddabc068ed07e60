"""What development tells a manager of her people, one module for each noun. Importing this declares it all."""

from academy.development.columns import renewals

__all__ = ["renewals"]
