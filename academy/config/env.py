"""What the environment may say, read in one place and typed. Every setting has a default that works on a laptop."""

from dataclasses import dataclass
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parent.parent.parent
_env = environ.Env()


@dataclass(frozen=True)
class IdentityProvider:
    """The council's sign-in by OpenID Connect; without an issuer there is none. Addresses of `domains` are its own."""

    issuer: str
    client_id: str
    client_secret: str
    name: str
    domains: tuple[str, ...]
    trusts_factor: bool


@dataclass(frozen=True)
class FileStorage:
    """Where uploaded files lie: `folder` is one in PORTAL_VAR; `s3` is a bucket of an S3-compatible service."""

    kind: str
    endpoint: str
    region: str
    bucket: str
    key_id: str
    secret: str


@dataclass(frozen=True)
class Environment:
    """The portal's settings by environment; docs/operations.md explains each to an operator."""

    var: Path
    database_url: str
    migration_database_url: str
    broker_url: str
    cache_url: str
    port: int
    address: str
    secret_key: str
    guard_keys: tuple[str, ...]
    hosts: tuple[str, ...]
    origins: tuple[str, ...]
    email_url: str
    from_address: str
    proxies: int
    oidc: IdentityProvider
    files: FileStorage


def read() -> Environment:
    """Read the environment once; the folder for what the portal writes is made when it is missing."""
    var = Path(_env.str("PORTAL_VAR", default=str(ROOT / "var")))
    var.mkdir(parents=True, exist_ok=True)
    database_url = _env.str("DATABASE_URL", default=f"sqlite:///{var / 'academy.sqlite3'}")
    port = _env.int("PORT", default=8000)
    return Environment(
        var=var,
        database_url=database_url,
        migration_database_url=_env.str("MIGRATION_DATABASE_URL", default=database_url),
        broker_url=_env.str("CELERY_BROKER_URL", default="filesystem://localhost"),
        cache_url=_env.str("CACHE_URL", default="dbcache://portal_cache"),
        port=port,
        address=_env.str("PORTAL_ADDRESS", default=f"http://localhost:{port}"),
        secret_key=_env.str("SECRET_KEY", default=""),
        guard_keys=tuple(key.strip() for key in _env.list("GUARD_KEYS", default=[])),
        hosts=tuple(_env.list("ALLOWED_HOSTS", default=[])),
        origins=tuple(_env.list("TRUSTED_ORIGINS", default=[])),
        email_url=_env.str("EMAIL_URL", default="consolemail://"),
        from_address=_env.str("FROM_ADDRESS", default="academy@portal.example"),
        proxies=_env.int("TRUSTED_PROXIES", default=0),
        oidc=_identity_provider(),
        files=_file_storage(),
    )


def _file_storage() -> FileStorage:
    return FileStorage(
        kind=_env.str("FILE_STORAGE", default="folder"),
        endpoint=_env.str("S3_ENDPOINT", default=""),
        region=_env.str("S3_REGION", default=""),
        bucket=_env.str("S3_BUCKET", default=""),
        key_id=_env.str("S3_KEY_ID", default=""),
        secret=_env.str("S3_SECRET", default=""),
    )


def _identity_provider() -> IdentityProvider:
    return IdentityProvider(
        issuer=_env.str("OIDC_ISSUER", default="").rstrip("/"),
        client_id=_env.str("OIDC_CLIENT_ID", default=""),
        client_secret=_env.str("OIDC_CLIENT_SECRET", default=""),
        name=_env.str("OIDC_NAME", default="the council's sign-in"),
        domains=tuple(domain.strip().lower() for domain in _env.list("OIDC_VERIFIED_DOMAINS", default=[])),
        trusts_factor=_env.bool("OIDC_TRUSTS_FACTOR", default=False),
    )
