"""Django's settings, made in code: no settings file, no database, no sessions."""

from __future__ import annotations

import secrets

import django
from django.conf import settings

MIDDLEWARE = [
    "comity.desk.gate.guarded",
    "django.middleware.security.SecurityMiddleware",
    "comity.desk.gate.this_machine_only",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]


def configure() -> None:
    """Sets Django up once in this process; later calls change nothing."""
    if settings.configured:
        return
    settings.configure(
        SECRET_KEY=secrets.token_urlsafe(48),
        DEBUG=False,
        # Who may ask is decided in `gate`, with a page that says so.
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="comity.desk.addresses",
        MIDDLEWARE=MIDDLEWARE,
        DATABASES={},
        INSTALLED_APPS=[],
        TEMPLATES=[],
        USE_I18N=False,
        USE_TZ=True,
        APPEND_SLASH=False,
        LOGGING_CONFIG=None,
        MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage",
        CSRF_COOKIE_NAME="comity_form",
        CSRF_COOKIE_HTTPONLY=True,
        CSRF_COOKIE_SAMESITE="Strict",
        CSRF_FAILURE_VIEW="comity.desk.refusals.form_too_old",
        SESSION_COOKIE_SAMESITE="Strict",
        SECURE_REFERRER_POLICY="same-origin",
        DATA_UPLOAD_MAX_NUMBER_FIELDS=5000,
    )
    django.setup()
