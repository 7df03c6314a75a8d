"""The application: every page, check and header put together."""

import os

from flask import Flask
from flask_babel import Babel

from interview.rules import forget_dates
from interview.web.pages import BLUEPRINTS
from interview.web.protection import (
    InMemory,
    add_error_pages,
    add_headers,
    pad_page,
    refuse_core_dumps,
    refuse_other_sites,
    refuse_plain_http,
    refuse_strange_hosts,
    refuse_sub_paths,
    take_a_file,
    tell_of_cookies,
)
from interview.web.site import (
    SECRET_VARIABLE,
    Joined,
    Settings,
    Site,
    contacts_from,
    hosts_from,
    https_required_from,
    refuse_a_sub_path,
    secrets_from,
)
from interview.web.visit import Visits, current_locale, open_request

__all__ = ["create_app"]

LARGEST_BODY = 16_384


def create_app(settings: Settings | None = None, joined: Joined | None = None) -> Flask:
    """Return the application; without settings, secret and hosts come from the environment.

    `joined`: an event's desk, which adds its pages; without one, no page differs.
    """
    refuse_a_sub_path()
    refuse_core_dumps()
    forget_dates()
    app = Flask("interview.web", static_folder=None, template_folder=None)
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
