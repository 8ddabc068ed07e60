"""What a file says, so far as the guard can read it: its name, its text and its properties, within bounds."""

from academy.engines.guard.texts.reading import FileText, hits_in_file, text_of

__all__ = ["FileText", "hits_in_file", "text_of"]
