from academy.engines.audit.models.event import Event
from academy.engines.audit.models.name import Name

__all__ = ["Event", "Name"]
