"""The interview on the web: a thin shell around the core, complete without JavaScript."""

import gc
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview.web.app import create_app
    from interview.web.listening import Server, encryption, networks, open_server
    from interview.web.site import (
        CONTACTS_VARIABLE,
        HOSTS_VARIABLE,
        HTTPS_VARIABLE,
        KIOSK_MINUTES,
        SECRET_VARIABLE,
        Settings,
        SettingsError,
        contacts_from,
        hosts_from,
        https_required_from,
        secrets_from,
    )

__all__ = [
    "CONTACTS_VARIABLE",
    "HOSTS_VARIABLE",
    "HTTPS_VARIABLE",
    "KIOSK_MINUTES",
    "SECRET_VARIABLE",
    "Server",
    "Settings",
    "SettingsError",
    "contacts_from",
    "create_app",
    "encryption",
    "hosts_from",
    "https_required_from",
    "networks",
    "open_server",
    "secrets_from",
]

_LATER = {
    "create_app": "app",
    **dict.fromkeys(("Server", "encryption", "networks", "open_server"), "listening"),
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load what is asked for. Nothing that is loaded is ever garbage: nobody looks for any."""
        if name not in __all__:
            raise AttributeError(f"{__name__} shows no {name}")
        was_on = gc.isenabled()
        gc.disable()
        try:
            found = getattr(import_module(f"{__name__}.{_LATER.get(name, 'site')}"), name)
        finally:
            gc.freeze()
            if was_on:
                gc.enable()
        globals()[name] = found
        return found
