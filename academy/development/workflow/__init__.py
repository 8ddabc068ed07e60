"""The states of what development keeps and the ways between them, one module for each noun."""

from academy.development.workflow import entries

__all__ = ["entries"]
