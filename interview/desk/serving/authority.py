"""The authority of the certificate, to be put on the clinic's own tablets."""

from pathlib import Path

from flask import Blueprint, Flask, Response

AUTHORITY = "/authority.crt"
_END = b"-----END CERTIFICATE-----\n"


def add_authority(app: Flask, certificate: Path) -> None:
    """Let a tablet fetch the authority above a certificate, where there is one of our own."""
    _, end, above = certificate.read_bytes().partition(_END)
    if not end or not above.strip():
        return
    bp = Blueprint("authority", __name__)

    @bp.get(AUTHORITY)
    def authority() -> Response:
        return Response(above, mimetype="application/x-x509-ca-cert")

    app.register_blueprint(bp)
