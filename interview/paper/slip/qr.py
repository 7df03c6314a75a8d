"""A slip's text as a picture that a camera reads."""

import io


def qr_svg(text: str) -> str:
    """Return a text of capital letters and digits as a QR code: SVG, black on white, with a rim."""
    # Loaded with the first slip: nobody waits for it at the start.
    import segno

    made = io.BytesIO()
    # Without blanks the letters take the shorter of the two ways of writing a QR code.
    code = segno.make(text.replace(" ", ""), error="m", mode="alphanumeric", boost_error=False)
    code.save(made, kind="svg", xmldecl=False, svgns=True, omitsize=True, light="#fff", border=4)
    return made.getvalue().decode()
