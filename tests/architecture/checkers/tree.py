"""What is committed: the fixed top level, and nothing that belongs to a machine, a person or somebody else."""

import re
from pathlib import PurePosixPath

TOP = {
    "manage.py",
    "pyproject.toml",
    "docker-compose.yml",
    "Dockerfile",
    "README.md",
    "script",
    "docs",
    "academy",
    "pathways",
    "portfolios",
    "asye",
    "panels",
    "templates",
    "static",
    "tests",
}
THIRD_PARTY = re.compile(
    r"(?:^|/)(?:vendor|node_modules|bower_components)/|\.min\.(?:js|css)$|\.(?:woff2?|ttf|otf|eot|map)$"
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.([a-z]{2,})\b", re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|Users|work|mnt|media)/[\w.-]+")
HOSTS = tuple(
    ".".join(words)
    for words in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("yarnpkg", "com"),
        ("unpkg", "com"),
        ("jsdelivr", "net"),
        ("cdnjs", "cloudflare", "com"),
        ("deb", "debian", "org"),
        ("githubusercontent", "com"),
    )
)


def beside_the_tree(path: PurePosixPath) -> list[str]:
    """A file at the top level that the tree does not have; what tools insist on starts with a dot."""
    top = path.parts[0]
    return [] if top in TOP or top.startswith(".") else [f"{path}: the top level is fixed"]


def third_party(path: PurePosixPath) -> list[str]:
    """Somebody else's work by its place or ending: it is installed, never committed."""
    return [f"{path}: belongs to somebody else"] if THIRD_PARTY.search(str(path)) else []


def private_words(path: PurePosixPath, text: str) -> list[str]:
    """E-mail addresses outside `.example`, paths of one machine, hosts of packages."""
    found = [f"e-mail address {match.group()}" for match in EMAIL.finditer(text) if match.group(1).lower() != "example"]
    found += [f"path of one machine {match.group()}" for match in MACHINE.finditer(text)]
    found += [f"package host {host}" for host in HOSTS if host in text]
    return [f"{path}: {finding}" for finding in found]
