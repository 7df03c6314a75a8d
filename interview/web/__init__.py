"""The interview on the web: a thin shell around the core, complete without JavaScript."""

import gc
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview.web.app import (
        create_app,
    )
    from interview.web.listening import (
        Server,
        encryption,
        networks,
        open_server,
    )
    from interview.web.pages import (
        asked_on,
        begun,
        mistake_texts,
    )
    from interview.web.protection import (
        TOKEN_FIELD,
        bound_form,
        padded_file,
        refuse_strange_fields,
    )
    from interview.web.site import (
        CONTACTS_VARIABLE,
        HOSTS_VARIABLE,
        HTTPS_VARIABLE,
        KIOSK_MINUTES,
        SECRET_VARIABLE,
        Joined,
        PageAnswers,
        Settings,
        SettingsError,
        Site,
        Speaker,
        contacts_from,
        current_site,
        field_names,
        filled,
        hosts_from,
        https_required_from,
        secrets_from,
    )
    from interview.web.visit import (
        ASK,
        CONCLUDE,
        RESUME,
        START,
        Position,
        Visit,
        carried,
        clear_note,
        cookie_name,
        current_language,
        current_speaker,
        current_visits,
        forget_slip,
        keep_slip,
        kept_slip,
        new_chance,
        overwrite,
        position_of,
        refuse,
        render_page,
        requested,
        required_visit,
        see_other,
        set_cookie,
        show,
    )

__all__ = [
    "ASK",
    "CONCLUDE",
    "CONTACTS_VARIABLE",
    "HOSTS_VARIABLE",
    "HTTPS_VARIABLE",
    "KIOSK_MINUTES",
    "RESUME",
    "SECRET_VARIABLE",
    "START",
    "TOKEN_FIELD",
    "Joined",
    "PageAnswers",
    "Position",
    "Server",
    "Settings",
    "SettingsError",
    "Site",
    "Speaker",
    "Visit",
    "asked_on",
    "begun",
    "bound_form",
    "carried",
    "clear_note",
    "contacts_from",
    "cookie_name",
    "create_app",
    "current_language",
    "current_site",
    "current_speaker",
    "current_visits",
    "encryption",
    "field_names",
    "filled",
    "forget_slip",
    "hosts_from",
    "https_required_from",
    "keep_slip",
    "kept_slip",
    "mistake_texts",
    "networks",
    "new_chance",
    "open_server",
    "overwrite",
    "padded_file",
    "position_of",
    "refuse",
    "refuse_strange_fields",
    "render_page",
    "requested",
    "required_visit",
    "secrets_from",
    "see_other",
    "set_cookie",
    "show",
]

# What other rooms have to give; all else is of the site.
_LATER = {
    **dict.fromkeys(("create_app",), ".app"),
    **dict.fromkeys(
        (
            "Server",
            "encryption",
            "networks",
            "open_server",
        ),
        ".listening",
    ),
    **dict.fromkeys(
        (
            "asked_on",
            "begun",
            "mistake_texts",
        ),
        ".pages",
    ),
    **dict.fromkeys(
        (
            "TOKEN_FIELD",
            "bound_form",
            "padded_file",
            "refuse_strange_fields",
        ),
        ".protection",
    ),
    **dict.fromkeys(
        (
            "ASK",
            "CONCLUDE",
            "Position",
            "RESUME",
            "START",
            "Visit",
            "carried",
            "clear_note",
            "cookie_name",
            "current_language",
            "current_speaker",
            "current_visits",
            "forget_slip",
            "keep_slip",
            "kept_slip",
            "new_chance",
            "overwrite",
            "position_of",
            "refuse",
            "render_page",
            "requested",
            "required_visit",
            "see_other",
            "set_cookie",
            "show",
        ),
        ".visit",
    ),
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load what is asked for. Nothing that is loaded is ever garbage: nobody looks for any."""
        if name not in __all__:
            raise AttributeError(f"{__name__} shows no {name}")
        was_on = gc.isenabled()
        gc.disable()
        try:
            found = getattr(import_module(_LATER.get(name, ".site"), __name__), name)
        finally:
            gc.freeze()
            if was_on:
                gc.enable()
        globals()[name] = found
        return found
