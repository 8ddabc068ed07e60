from academy.engines.reference.models.file import ReferenceFile
from academy.engines.reference.models.version import Version

__all__ = ["ReferenceFile", "Version"]
