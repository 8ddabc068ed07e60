"""The case for a panel stands beside one's own journey."""

from panels.selectors.beside_journey import beside_journey
from pathways.selectors import beside

beside.declare("case", beside_journey)
