"""The style sheets, pictures and scripts of the pages."""

from flask import Blueprint, Response, abort, request

from interview.web.protection import takes_gzip
from interview.web.site import current_site

bp = Blueprint("static_files", __name__)
ONE_YEAR = "public, max-age=31536000, immutable"


@bp.get("/static/<name>")
def static_file(name: str) -> Response:
    """A style sheet, picture or script, from memory."""
    file = current_site().static.get(name)
    if file is None:
        abort(404)
    zipped = takes_gzip()
    response = Response(file.zipped if zipped else file.body, mimetype=file.media_type)
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    if request.args.get("v") == file.version:
        response.headers["Cache-Control"] = ONE_YEAR
    return response
