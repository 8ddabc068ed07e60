from academy.engines.access.models.bar import Bar
from academy.engines.access.models.grant import Grant

__all__ = ["Bar", "Grant"]
