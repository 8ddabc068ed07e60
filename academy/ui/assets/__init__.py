"""Front-end packages: installed from their lock, cleaned, and bundled with our own styles and script into two files."""


class AssetsError(Exception):
    """The assets cannot be built; the message is one sentence that says what to do."""
