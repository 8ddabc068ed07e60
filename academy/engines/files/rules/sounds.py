"""Which sound a file is, told by how it begins."""

from academy.engines.files.choices import FileKind

_M4A_BRANDS = frozenset({b"M4A ", b"M4B ", b"mp42", b"isom"})


def sound_of(head: bytes) -> FileKind | None:
    """The kind of recording that begins like this, or None. Nothing of it is decoded."""
    if head.startswith(b"OggS\x00"):
        return FileKind.OGG
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return FileKind.WAV
    if head[4:8] == b"ftyp" and head[8:12] in _M4A_BRANDS:
        return FileKind.M4A
    return FileKind.MP3 if head.startswith(b"ID3") or _begins_with_a_frame(head) else None


def _begins_with_a_frame(head: bytes) -> bool:
    """Eleven bits of the frame's beginning, layer III, and a bit rate and sampling rate that exist."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return False
    return 0 < head[2] >> 4 < 15 and head[2] >> 2 & 3 != 3
