"""Reads files of YAML as documents: their data, the line of everything, and what is wrong."""

from pathlib import Path

from interview.loading.document import Document, Problem


def read_file(path: Path, shown_as: str) -> Document:
    """Read a YAML file; problems are in the document, none are raised."""
    try:
        return read_text(path.read_text(encoding="utf-8"), shown_as)
    except OSError as error:
        message = f"the file cannot be read ({error.strerror}). Check that it is there"
    except UnicodeDecodeError:
        message = "the file is not UTF-8 text. Save it as UTF-8"
    return Document(shown_as, problems=[Problem(shown_as, 1, message)])


def read_text(text: str, shown_as: str) -> Document:
    """Read YAML from a text; problems are in the document, none are raised."""
    # Whoever starts from what was kept at install waits for no reader of YAML.
    from interview.loading.yaml_text import read_yaml

    return read_yaml(text, shown_as)
