"""What kinds of file the academy takes, and how far a file has come. Codes are stored; wording may change."""

from django.db.models import TextChoices


class FileKind(TextChoices):
    PDF = "pdf", "PDF"
    PNG = "png", "PNG picture"
    JPEG = "jpeg", "JPEG picture"
    WORD = "word", "Word document"
    EXCEL = "excel", "Excel workbook"
    POWERPOINT = "powerpoint", "PowerPoint presentation"
    OPEN_TEXT = "open_text", "OpenDocument text"
    TEXT = "text", "Plain text"


class ScanState(TextChoices):
    BEING_CHECKED = "being_checked", "Being checked"
    CLEAN = "clean", "Checked"
    REFUSED = "refused", "Refused by the virus check"


CONTENT_TYPES: dict[str, str] = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.POWERPOINT: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    FileKind.OPEN_TEXT: "application/vnd.oasis.opendocument.text",
    FileKind.TEXT: "text/plain; charset=utf-8",
}

PICTURES = frozenset({FileKind.PNG, FileKind.JPEG})
# Opened in the browser; everything else is saved by it.
SHOWN_IN_PAGE = PICTURES | {FileKind.PDF}

ACCEPTED_ENDINGS = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.txt"
