"""Where the product lies, and what belongs to it beside its Python: a checkout, or a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
# A wheel carries the folders inside the package; a checkout has them beside it.
ROOT = PACKAGE / "_content" if (PACKAGE / "_content").exists() else PACKAGE.parent
