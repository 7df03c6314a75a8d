"""The languages of the product, for tests that hold in every one of them."""

from interview.languages import read_languages
from interview.loading import TRANSLATIONS

LISTED = read_languages(TRANSLATIONS)
LANGUAGES = LISTED.codes
TRANSLATED = tuple(language.code for language in LISTED.translated())
# Those that say everything, and not only the urgent page.
COMPLETE = tuple(language.code for language in LISTED.languages if language.complete)
PARTNERS = {language.code: language.partner for language in LISTED.languages}
