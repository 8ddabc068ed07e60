"""What development puts on people's worklists, one module for each noun. Importing this declares them all."""

from academy.development.worklist import entries, peer_sessions

__all__ = ["entries", "peer_sessions"]
