"""What development puts on people's worklists, one module for each noun. Importing this declares them all."""

from academy.development.worklist import audits, coaching, entries, inductions, peer_sessions, plans, supervisions

__all__ = ["audits", "coaching", "entries", "inductions", "peer_sessions", "plans", "supervisions"]
