"""What development puts on people's worklists, one module for each noun. Importing this declares them all."""

from academy.development.worklist import coaching, entries, inductions, peer_sessions, plans, supervisions

__all__ = ["coaching", "entries", "inductions", "peer_sessions", "plans", "supervisions"]
