from academy.engines.documents.models.issued import Issued

__all__ = ["Issued"]
