"""The pages: questions, results, information and leaving, and the files that they fetch."""

from interview.web.pages import information, leaving, questions, results, static_files

__all__ = ["BLUEPRINTS"]

BLUEPRINTS = (questions.bp, results.bp, information.bp, leaving.bp, static_files.bp)
