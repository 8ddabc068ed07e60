"""What pathways put on people's worklists, one module for each noun. Importing this declares them all."""

from pathways.worklist import agreements, choices, milestones

__all__ = ["agreements", "choices", "milestones"]
