"""Who may do what in development, one module for each noun. Importing this declares them all."""

from academy.development.permissions import (
    audits,
    coaching,
    entries,
    inductions,
    notes,
    peer_sessions,
    plans,
    skills,
    supervisions,
)

__all__ = ["audits", "coaching", "entries", "inductions", "notes", "peer_sessions", "plans", "skills", "supervisions"]
