from academy.engines.imports.models.upload import Import, ImportRow

__all__ = ["Import", "ImportRow"]
