"""The application: pages, and what protects every request and response."""

import os

from flask import Flask, Response, abort, request
from flask_babel import Babel

from interview.web.pages.information import reading
from interview.web.pages.leaving import leaving
from interview.web.pages.questions import asking
from interview.web.pages.results import concluding
from interview.web.protection import errors as troubles
from interview.web.protection import headers, refusals
from interview.web.settings import SECRET_VARIABLE, Settings, hosts_from, secrets_from
from interview.web.site import EXTENSION, Site, current
from interview.web.visit import session as visitors

LARGEST_BODY = 16_384
ONE_YEAR = "public, max-age=31536000, immutable"


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application; without settings, secret and hosts come from the environment."""
    app = Flask(__name__, static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY
    if settings is None:
        settings = Settings(secrets=secrets_from(), hosts=hosts_from())
        if not os.environ.get(SECRET_VARIABLE):
            app.logger.warning(
                "%s is not set: one process only, and visits end with it", SECRET_VARIABLE
            )
    app.config["TRUSTED_HOSTS"] = settings.hosts or None
    # Otherwise //page would be sent on to an address that repeats the Host header.
    app.url_map.merge_slashes = False
    app.extensions[EXTENSION] = Site(settings)
    Babel(app, configure_jinja=False, locale_selector=visitors.language)
    app.add_url_rule("/static/<name>", view_func=static_file)
    for pages in (asking, concluding, reading, leaving):
        app.register_blueprint(pages)
    troubles.add_to(app)
    app.before_request(refusals.refuse_strange_hosts)
    app.before_request(visitors.open_visit)
    app.before_request(refusals.refuse_other_sites)
    app.after_request(headers.protect)
    app.after_request(headers.zip_page)
    return app


def static_file(name: str) -> Response:
    """A style sheet, picture or script, from memory."""
    file = current().static.get(name)
    if file is None:
        abort(404)
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    response = Response(file.zipped if zipped else file.body, mimetype=file.kind)
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    if request.args.get("v") == file.version:
        response.headers["Cache-Control"] = ONE_YEAR
    return response
