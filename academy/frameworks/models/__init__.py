from academy.frameworks.models.framework import Framework
from academy.frameworks.models.line import Domain, Level, Statement
from academy.frameworks.models.version import FrameworkVersion

__all__ = ["Domain", "Framework", "FrameworkVersion", "Level", "Statement"]
