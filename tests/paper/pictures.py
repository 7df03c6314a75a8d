"""What a camera reads of a QR code: its squares drawn as a picture, and read by a real reader."""

import re

import zxingcpp
from PIL import Image, ImageDraw

DOTS = 4


def read_picture(svg: str) -> str:
    """Return the text of an SVG of segno: drawn square by square, and read as a picture."""
    return zxingcpp.read_barcodes(drawn(svg))[0].text


def drawn(svg: str, dots: int = DOTS) -> Image.Image:
    """Draw the dark squares of an SVG of segno, `dots` a side."""
    size = int(float(re.search(r'viewBox="0 0 (\d+)', svg)[1]))
    picture = Image.new("L", (size * dots, size * dots), 255)
    pen = ImageDraw.Draw(picture)
    x = y = 0.0
    path = re.search(r'<path[^>]*class="qrline"[^>]*d="([^"]+)"|stroke="#000"[^>]*d="([^"]+)"', svg)
    for step, args in re.findall(r"([Mmh])([-\d. ]+)", path[1] or path[2]):
        numbers = [float(number) for number in args.split()]
        if step == "M":
            x, y = numbers
        elif step == "m":
            x, y = x + numbers[0], y + numbers[1]
        else:
            top = (y - 0.5) * dots
            pen.rectangle((x * dots, top, (x + numbers[0]) * dots - 1, top + dots - 1), fill=0)
            x += numbers[0]
    return picture
