from academy.engines.signatures.models.signature import Signature

__all__ = ["Signature"]
