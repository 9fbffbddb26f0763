"""The only place where an installation's settings are read from its environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from solmu.config.organisations import providers_in

PACKAGE = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("SOLMU_VAR", PACKAGE.parent / "var"))


def flag(name: str, *, default: bool = False) -> bool:
    """Read a yes/no setting: 1, true, yes and on mean yes."""
    return os.environ.get(name, str(default)).lower() in {"1", "true", "yes", "on"}


DEMO = flag("SOLMU_DEMO")
# The one-click cast signs in on loopback only, unless the operator says otherwise.
DEMO_ANYWHERE = flag("SOLMU_DEMO_ANYWHERE")
PRODUCTION = flag("SOLMU_PRODUCTION")
DEBUG = flag("SOLMU_DEBUG")
_UNSAFE_SECRET = "only-for-development-and-tests-never-for-production"
SECRET_KEY = os.environ.get("SOLMU_SECRET", _UNSAFE_SECRET)
if PRODUCTION and (DEBUG or DEMO or SECRET_KEY == _UNSAFE_SECRET or len(SECRET_KEY) < 50):
    _refusal = (
        "Production refuses to start: set SOLMU_SECRET to 50 or more random characters, "
        "and leave SOLMU_DEBUG and SOLMU_DEMO out."
    )
    raise ImproperlyConfigured(_refusal)

PUBLIC_URL = os.environ.get("SOLMU_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = [
    host
    for host in os.environ.get("SOLMU_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
    if host.strip()
]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL.startswith("https://") else []
SITE_NAME = "Solmu"
TIME_ZONE = os.environ.get("SOLMU_TIME_ZONE", "Europe/Helsinki")
# The supervisory authority named on the accessibility statement, as Finnish law asks. Empty: Traficom, and
# its pages in the reader's language.
ACCESSIBILITY_AUTHORITY = os.environ.get("SOLMU_ACCESSIBILITY_AUTHORITY", "")
ACCESSIBILITY_AUTHORITY_URL = os.environ.get("SOLMU_ACCESSIBILITY_AUTHORITY_URL", "")
OPERATOR_EMAIL = os.environ.get("SOLMU_OPERATOR_EMAIL", "")

INSTALLED_APPS = [
    "solmu.shell",
    "solmu.findings",
    "solmu.sharing",
    "solmu.journey",
    "solmu.mapping",
    "solmu.agreements",
    "solmu.analysis",
    "solmu.registry",
    "solmu.networks",
    "solmu.people",
    "solmu.jobs",
    "solmu.ledger",
    "solmu.passes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "solmu.config.middleware.RequestIdMiddleware",
    "solmu.config.middleware.CookielessMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "solmu.config.middleware.LanguageMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "solmu.config.middleware.SignedInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "solmu.config.middleware.RefusalMiddleware",
]
ROOT_URLCONF = "solmu.config.urls"
WSGI_APPLICATION = "solmu.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "solmu.shell.context.page",
            ],
            "builtins": ["django.templatetags.i18n"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Databases. IMMEDIATE and a waiting time let SQLite queue writers instead of refusing them; WAL lets
# readers read on. Measured: with Django's defaults half of concurrent read-then-write requests failed.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
DATABASE_URL = os.environ.get("SOLMU_DATABASE", f"sqlite:///{VAR / 'solmu.sqlite3'}")
_DATABASE: dict[str, Any] = {**dj_database_url.parse(DATABASE_URL)}
if _DATABASE["ENGINE"].endswith("sqlite3"):
    _DATABASE.update(OPTIONS=SQLITE_OPTIONS, CONN_MAX_AGE=600)
else:
    # A connection is looked at before it is used: after a restart of the database all old ones are dead.
    _DATABASE.update(OPTIONS={"pool": {"min_size": 1, "max_size": 8}}, CONN_HEALTH_CHECKS=True)
DATABASES = {"default": _DATABASE}
# The journal of erasures: kept beside the copies, so that a restored one does not bring anybody back.
ERASURES = os.environ.get("SOLMU_ERASURES", str(VAR / "erasures.jsonl"))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = os.environ.get("SOLMU_REDIS", "")
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            # Failures are counted here: with a few hundred entries guessing would push its own count out.
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    ),
}

# People sign in by a code sent to their e-mail; nobody has a password.
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "solmu.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_REQUIRED = False
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False

# Passkeys sign in by themselves; there is no second step, and so no recovery codes: the e-mailed code always works.
MFA_ADAPTER = "solmu.people.adapter.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_REAUTHENTICATION_REQUIRED = False

# Organisations whose own accounts sign people in, as the operator has named them; none by default. Neither what
# they tell of a person nor their tokens are kept.
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, Any]] = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": providers_in(os.environ)}
}
SOCIALACCOUNT_ADAPTER = "solmu.people.adapter.OrganisationAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
if os.environ.get("SOLMU_SMTP_HOST"):
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = os.environ["SOLMU_SMTP_HOST"]
    EMAIL_PORT = int(os.environ.get("SOLMU_SMTP_PORT", "587"))
    EMAIL_HOST_USER = os.environ.get("SOLMU_SMTP_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("SOLMU_SMTP_PASSWORD", "")
    EMAIL_USE_TLS = flag("SOLMU_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("SOLMU_MAIL_FROM", "Solmu <solmu@localhost>")

LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "config/locale"]
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["solmu.config.formats"]
LANGUAGE_COOKIE_NAME = "solmu_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "static"]
# Files are served from where they stand: nothing is collected, so there is nothing to forget to collect.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
# Vite has hashed these names already, so they may be kept for good.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/dist/assets/.+-[\w-]{8}\.\w+$"

# Nothing is loaded that the page does not name, and nothing from another origin.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "solmu.shell.views.csrf_failure"
_BEHIND_TLS = PUBLIC_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _BEHIND_TLS
SECURE_SSL_REDIRECT = _BEHIND_TLS
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if _BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _BEHIND_TLS
if flag("SOLMU_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Only a proxy that the operator vouches for may say whose address a request comes from.
TRUSTED_PROXIES = int(os.environ.get("SOLMU_PROXIES", "0"))

# Uploads: refused by size before they are read.
UPLOAD_LIMIT = 25 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "solmu.config.uploads.CappedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "structlog.stdlib.ProcessorFormatter",
            "processor": "structlog.processors.JSONRenderer",
            "foreign_pre_chain": [],
        },
        "plain": {"format": "%(levelname)s %(name)s: %(message)s"},
    },
    "filters": {"tokens": {"()": "solmu.passes.rules.MaskTokens"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["tokens"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
