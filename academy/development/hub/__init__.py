"""What stands on the page of one's own development, one module of cards for each noun."""

from academy.development.hub import peer_sessions, plans

__all__ = ["peer_sessions", "plans"]
