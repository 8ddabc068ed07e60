"""The states of what development keeps and the ways between them, one module for each noun."""

from academy.development.workflow import audits, coaching, entries, inductions, peer_sessions, plans, supervisions

__all__ = ["audits", "coaching", "entries", "inductions", "peer_sessions", "plans", "supervisions"]
