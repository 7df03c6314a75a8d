"""What a person reads of a page without opening anything: counted from its HTML, with no browser.

The same as tests/bench/reading.py counts in Chromium: the words in <main>, of a closed fold its
title alone, of a list to choose from none.
"""

from html.parser import HTMLParser

from visitor import VOID

_UNREAD = frozenset(("script", "style", "option", "svg"))


class _InView(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words = 0
        self._open = []

    def handle_starttag(self, tag, attributes):
        if tag in VOID:
            return
        found = dict(attributes)
        is_away = tag in _UNREAD or "hidden" in found or "hidden" in found.get("class", "").split()
        is_fold = tag == "details" and "open" not in found
        self._open.append((tag, is_away, is_fold))

    def handle_endtag(self, tag):
        while self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tags = [tag for tag, _, _ in self._open]
        if "main" not in tags or any(is_away for _, is_away, _ in self._open):
            return
        folds = [number for number, (_, _, is_fold) in enumerate(self._open) if is_fold]
        if all("summary" in tags[number + 1 : number + 2] for number in folds):
            self.words += len(data.split())


def words_in_view(page):
    """Count the words that can be seen of a page as it opens."""
    found = _InView()
    found.feed(page.html)
    return found.words
