from academy.engines.links.models.link import Link

__all__ = ["Link"]
