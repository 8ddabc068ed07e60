"""What stands on the page of one's own development, one module of cards for each noun."""

from academy.development.hub import audits, coaching, inductions, notes, peer_sessions, plans, skills, supervisions

__all__ = ["audits", "coaching", "inductions", "notes", "peer_sessions", "plans", "skills", "supervisions"]
