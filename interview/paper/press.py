"""The press: a program of its own that reads a paper as JSON and writes the file, then ends.

It stands alone and imports nothing of the product, so that it starts at once. The server never
holds the engine in its memory, and what a person said is gone with the process.

Run with: python -I press.py <paper.json >file. The JSON has "form", a name in forms/, and "data".
"""

import json
import sys
from pathlib import Path

_HERE = Path(__file__).parent


def press() -> None:
    """Read a paper from standard input, and write it as a PDF to standard output."""
    import typst

    order = json.load(sys.stdin.buffer)
    pdf = typst.compile(
        str(_HERE / "forms" / f"{order['form']}.typ"),
        root=str(_HERE / "forms"),
        font_paths=[str(_HERE / "fonts")],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(order["data"])},
    )
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    press()
