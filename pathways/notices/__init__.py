"""What people are told about their way, one module for each noun. Importing this declares it all."""

from pathways.notices import agreements, choices, sittings

__all__ = ["agreements", "choices", "sittings"]
