"""The interview on the web: a thin shell around the core, complete without JavaScript."""

import os

from flask import Flask
from flask_babel import Babel

from interview.rules import forget_dates
from interview.web.listening import Server, encryption, networks, open_server
from interview.web.pages import BLUEPRINTS, asked_on, begun, mistake_texts
from interview.web.protection import (
    TOKEN_FIELD,
    InMemory,
    add_error_pages,
    add_headers,
    bound_form,
    pad_page,
    padded_file,
    refuse_core_dumps,
    refuse_other_sites,
    refuse_plain_http,
    refuse_strange_fields,
    refuse_strange_hosts,
    refuse_sub_paths,
    take_a_file,
    tell_of_cookies,
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
    refuse_a_sub_path,
    secrets_from,
)
from interview.web.visit import (
    ASK,
    CONCLUDE,
    RESUME,
    START,
    Position,
    Visit,
    Visits,
    carried,
    clear_note,
    cookie_name,
    current_language,
    current_locale,
    current_speaker,
    current_visits,
    forget_slip,
    keep_slip,
    kept_slip,
    new_chance,
    open_request,
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

LARGEST_BODY = 16_384


def create_app(settings: Settings | None = None, joined: Joined | None = None) -> Flask:
    """Return the application; without settings, secret and hosts come from the environment.

    `joined`: an event's desk, which adds its pages; without one, no page differs.
    """
    refuse_a_sub_path()
    refuse_core_dumps()
    forget_dates()
    app = Flask(__name__, static_folder=None, template_folder=None)
    app.request_class = InMemory
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY
    if settings is None:
        settings = Settings(
            secrets=secrets_from(),
            hosts=hosts_from(),
            is_https_required=https_required_from(),
            contacts=contacts_from(),
        )
        if not os.environ.get(SECRET_VARIABLE):
            app.logger.warning(
                "%s is not set: one process only, and visits end with it", SECRET_VARIABLE
            )
    app.config["TRUSTED_HOSTS"] = settings.hosts or None
    # Otherwise //page would be sent on to an address that repeats the Host header.
    app.url_map.merge_slashes = False
    site = Site(settings, joined)
    site.add_to(app)
    Visits(site).add_to(app)
    Babel(app, configure_jinja=False, locale_selector=current_locale)
    for pages in BLUEPRINTS:
        app.register_blueprint(pages)
    add_error_pages(app)
    if settings.is_https_required:
        app.before_request(refuse_plain_http)
    checks = (refuse_sub_paths, refuse_strange_hosts, take_a_file, open_request, refuse_other_sites)
    for check in checks:
        app.before_request(check)
    for finish in (tell_of_cookies, add_headers, pad_page):
        app.after_request(finish)
    if joined:
        joined.add_to(app)
    return app
