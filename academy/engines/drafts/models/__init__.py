from academy.engines.drafts.models.draft import Draft, DraftCopy
from academy.engines.drafts.models.parked import ParkedPost

__all__ = ["Draft", "DraftCopy", "ParkedPost"]
