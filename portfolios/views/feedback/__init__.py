"""Pages of feedback: asked for, given by a link or a card, told, recorded, read."""
