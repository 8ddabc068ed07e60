"""What kinds of file the academy takes, and how far a file has come. Codes are stored; wording may change."""

from django.db.models import TextChoices

from academy.ui.states import Shape, State


class FileKind(TextChoices):
    PDF = "pdf", "PDF"
    PNG = "png", "PNG picture"
    JPEG = "jpeg", "JPEG picture"
    WORD = "word", "Word document"
    EXCEL = "excel", "Excel workbook"
    POWERPOINT = "powerpoint", "PowerPoint presentation"
    OPEN_TEXT = "open_text", "OpenDocument text"
    TEXT = "text", "Plain text"
    MP3 = "mp3", "MP3 recording"
    M4A = "m4a", "M4A recording"
    OGG = "ogg", "Ogg recording"
    WAV = "wav", "WAV recording"


class ScanState(TextChoices):
    BEING_CHECKED = "being_checked", "Being checked"
    CLEAN = "clean", "Checked"
    REFUSED = "refused", "Refused by the virus check"

    @property
    def state(self) -> State:
        shapes = {"being_checked": Shape.DOING, "clean": Shape.MET, "refused": Shape.NOT_YET}
        return State(str(self.label), shapes[self.value])


CONTENT_TYPES: dict[str, str] = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.POWERPOINT: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    FileKind.OPEN_TEXT: "application/vnd.oasis.opendocument.text",
    FileKind.TEXT: "text/plain; charset=utf-8",
    FileKind.MP3: "audio/mpeg",
    FileKind.M4A: "audio/mp4",
    FileKind.OGG: "audio/ogg",
    FileKind.WAV: "audio/wav",
}

# What a saved file's name ends in; another ending is not believed.
ENDINGS: dict[str, tuple[str, ...]] = {
    FileKind.PDF: (".pdf",),
    FileKind.PNG: (".png",),
    FileKind.JPEG: (".jpg", ".jpeg"),
    FileKind.WORD: (".docx",),
    FileKind.EXCEL: (".xlsx",),
    FileKind.POWERPOINT: (".pptx",),
    FileKind.OPEN_TEXT: (".odt",),
    FileKind.TEXT: (".txt", ".md", ".csv"),
    FileKind.MP3: (".mp3",),
    FileKind.M4A: (".m4a",),
    FileKind.OGG: (".ogg", ".oga", ".opus"),
    FileKind.WAV: (".wav",),
}

# Voices: taken only where a page asks for one, written out and deleted. Everything else is taken everywhere.
SOUNDS = frozenset({FileKind.MP3, FileKind.M4A, FileKind.OGG, FileKind.WAV})
PAPERS = frozenset(FileKind) - SOUNDS
PICTURES = frozenset({FileKind.PNG, FileKind.JPEG})
# Opened in the browser; everything else is saved by it.
SHOWN_IN_PAGE = PICTURES | {FileKind.PDF}

ACCEPTED_ENDINGS = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.txt"
