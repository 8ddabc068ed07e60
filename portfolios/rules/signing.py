"""What a signature is over, and whether it still is what stands. Pure."""

from dataclasses import replace

from portfolios.rules.content import Content, canonical, fingerprint


def signed_fingerprint(content: Content) -> str:
    """SHA-256 over what a signature is put under: the content without signatures, and without what the portal knows of
    her itself (team, registration, names to replace), which may change without anybody writing.
    """
    return fingerprint(canonical(replace(content, signatures=(), facts=(), names=())))
