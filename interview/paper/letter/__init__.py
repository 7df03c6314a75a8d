"""The draft of a letter, for the few: a request for prosecutorial discretion that a lawyer ends.

It shows an office who and where somebody is, so it is there only where `letter_asks` has something
to ask for, and nothing in it hangs on entry, status, police or security. It is in English, whatever
the person reads; in another language there is a copy to read.
"""

from interview.paper.letter.draft import draft
from interview.paper.letter.files import copy_pdf, letter_docx, letter_pdf

__all__ = ["copy_pdf", "draft", "letter_docx", "letter_pdf"]
