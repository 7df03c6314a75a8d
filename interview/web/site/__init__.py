"""What is prepared once, when the server starts: content, languages, forms, files for browsers."""

from interview.web.site.forms import (
    BOX,
    UNSURE,
    Filled,
    Mistake,
    PageAnswers,
    field_names,
    filled,
)
from interview.web.site.joined import Joined
from interview.web.site.likely import Progress
from interview.web.site.settings import (
    CONTACTS_VARIABLE,
    HOSTS_VARIABLE,
    HTTPS_VARIABLE,
    KIOSK_MINUTES,
    ROOT_ONLY,
    SECRET_VARIABLE,
    Settings,
    SettingsError,
    contacts_from,
    hosts_from,
    https_required_from,
    refuse_a_sub_path,
    secrets_from,
)
from interview.web.site.site import MOST_PEOPLE, Site, current_site
from interview.web.site.speaker import Speaker, WithDates

__all__ = [
    "BOX",
    "CONTACTS_VARIABLE",
    "HOSTS_VARIABLE",
    "HTTPS_VARIABLE",
    "KIOSK_MINUTES",
    "MOST_PEOPLE",
    "ROOT_ONLY",
    "SECRET_VARIABLE",
    "UNSURE",
    "Filled",
    "Joined",
    "Mistake",
    "PageAnswers",
    "Progress",
    "Settings",
    "SettingsError",
    "Site",
    "Speaker",
    "WithDates",
    "contacts_from",
    "current_site",
    "field_names",
    "filled",
    "hosts_from",
    "https_required_from",
    "refuse_a_sub_path",
    "secrets_from",
]
