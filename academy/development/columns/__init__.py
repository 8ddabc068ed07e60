"""What development tells a manager of her people, one module for each noun. Importing this declares it all."""

from academy.development.columns import inductions, plans, renewals, supervisions

__all__ = ["inductions", "plans", "renewals", "supervisions"]
