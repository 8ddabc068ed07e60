"""Settings that hold everywhere. What differs between a laptop, the tests and production stands in its own file."""

import environ

from academy.config import env
from academy.config.databases import database
from academy.config.file_storage import storage_of_files
from academy.config.settings.accounts import *
from academy.config.settings.logs import *
from academy.config.settings.security import *
from academy.config.settings.tasks import *

ENVIRONMENT = env.read()
ROOT = env.ROOT

DEBUG = False
SECRET_KEY = ENVIRONMENT.secret_key
GUARD_KEYS = ENVIRONMENT.guard_keys
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
PORTAL_ADDRESS = ENVIRONMENT.address.rstrip("/")
CSRF_TRUSTED_ORIGINS = list(ENVIRONMENT.origins)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "academy.config.urls"
WSGI_APPLICATION = "academy.config.wsgi.application"

INSTALLED_APPS = [
    "academy.config.apps.ConfigConfig",
    "panels.apps.PanelsConfig",
    "asye.apps.AsyeConfig",
    "portfolios.apps.PortfoliosConfig",
    "pathways.apps.PathwaysConfig",
    "academy.desk.apps.DeskConfig",
    "academy.training.apps.TrainingConfig",
    "academy.development.apps.DevelopmentConfig",
    "academy.frameworks.apps.FrameworksConfig",
    "academy.people.apps.PeopleConfig",
    "academy.engines.access.apps.AccessConfig",
    "academy.engines.audit.apps.AuditConfig",
    "academy.engines.columns.apps.ColumnsConfig",
    "academy.engines.documents.apps.DocumentsConfig",
    "academy.engines.drafts.apps.DraftsConfig",
    "academy.engines.facts.apps.FactsConfig",
    "academy.engines.files.apps.FilesConfig",
    "academy.engines.frozen.apps.FrozenConfig",
    "academy.engines.guard.apps.GuardConfig",
    "academy.engines.imports.apps.ImportsConfig",
    "academy.engines.jobs.apps.JobsConfig",
    "academy.engines.links.apps.LinksConfig",
    "academy.engines.notify.apps.NotifyConfig",
    "academy.engines.reference.apps.ReferenceConfig",
    "academy.engines.reminders.apps.RemindersConfig",
    "academy.engines.requirements.apps.RequirementsConfig",
    "academy.engines.signatures.apps.SignaturesConfig",
    "academy.engines.workflow.apps.WorkflowConfig",
    "academy.engines.worklist.apps.WorklistConfig",
    "academy.identity.apps.IdentityConfig",
    "academy.ui.apps.UiConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "crispy_forms",
    "crispy_forms_gds",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "academy.config.middleware.RequestIdMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "academy.engines.access.middleware.LastingSessionMiddleware",
    "academy.engines.access.middleware.ActorMiddleware",
    "academy.engines.worklist.remembered.ForgetCountMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "academy.ui.context_processors.page_frame",
                "academy.engines.worklist.context.todo",
            ],
        },
    }
]

DATABASES = {"default": database(ENVIRONMENT.database_url)}
CACHES = {"default": environ.Env.cache_url_config(ENVIRONMENT.cache_url)}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
DATE_FORMAT = "j F Y"
FORMAT_MODULE_PATH = "academy.config.formats"

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.var / "staticfiles"
STATICFILES_DIRS = [ROOT / "static"]
STORAGES = {
    "default": storage_of_files(ENVIRONMENT.files, var=ENVIRONMENT.var),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_MOST_BYTES = 10 * 1024 * 1024
FILE_SCANNER = "none"  # the name of a virus scanner registered with academy.engines.files.scanners

CRISPY_ALLOWED_TEMPLATE_PACKS = ["gds"]
CRISPY_TEMPLATE_PACK = "gds"

DEMO_ACADEMY = False
GALLERY = False

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
