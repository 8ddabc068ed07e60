from pathways.models.journey import Agreement, Choice, Journey, Milestone
from pathways.models.ladder import LadderVersion
from pathways.models.sitting import Sitting

__all__ = ["Agreement", "Choice", "Journey", "LadderVersion", "Milestone", "Sitting"]
