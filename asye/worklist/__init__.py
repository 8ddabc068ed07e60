"""What the assessed and supported year puts on worklists, one module for each noun. Importing this declares it all."""

from asye.worklist import promises

__all__ = ["promises"]
