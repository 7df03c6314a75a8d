"""The interview on the web: a thin shell around the core, complete without JavaScript."""

from interview.web.app import create_app
from interview.web.settings import (
    HOSTS_VARIABLE,
    KIOSK_MINUTES,
    SECRET_VARIABLE,
    Settings,
    SettingsError,
    hosts_from,
    secrets_from,
)

__all__ = [
    "HOSTS_VARIABLE",
    "KIOSK_MINUTES",
    "SECRET_VARIABLE",
    "Settings",
    "SettingsError",
    "create_app",
    "hosts_from",
    "secrets_from",
]
