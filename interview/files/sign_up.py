"""The sign-up sheet: a workbook with one row a person, to fill in by choosing from lists."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from interview.content import Content, Question, SignUpSheet, Text
from interview.files.workbooks import fit_height, new_workbook, put, put_heads, saved, set_for_paper
from interview.languages import Tongue, without_marks
from interview.rules import UNSURE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FactsAsked = Literal["short", "all"]
# The lists hang on so many rows below the headings.
PEOPLE = 1_000
NOTE_ROW, WORDS_ROW, IDS_ROW, FIRST_ROW = 1, 2, 3, 4
BETWEEN, NONE = ";", "none"
# A year alone, typed into a cell of dates, is a day before 1920: the number of days until then.
_DAYS_UNTIL_1920 = 7_306
_DAY, _MONTH, _TEXT = "yyyy-mm-dd", "yyyy-mm", "@"
_LONGEST_PROMPT = 255
# Of the columns that explain, in letters.
_WIDTHS = (24, 22, 44, 60, 50)


class ListedAnswer(NamedTuple):
    """An answer that a column takes: its id, and its label in the language of the sheet."""

    id: str
    label: str


def sign_up_workbook(content: Content, tongue: Tongue, facts: FactsAsked) -> bytes:
    """Return the sign-up sheet as an .xlsx file; raise NoWorkbooks."""
    return _SignUp(content, tongue, facts).file()


class _SignUp:
    def __init__(self, content: Content, tongue: Tongue, facts: FactsAsked) -> None:
        self._content, self._tongue = content, tongue
        self._words: SignUpSheet = content.papers.sign_up
        self._labels = content.wording.labels
        short = frozenset(self._words.short)
        self._asked = [q for q in content.questions if facts == "all" or q.id in short]
        self._book = new_workbook()

    def _say(self, text: Text) -> str:
        return without_marks(self._tongue.say(text))

    def _many(self) -> str:
        return self._say(self._words.many).format(word=BETWEEN)

    def file(self) -> bytes:
        tabs = self._words.tabs
        people, explained, answers = (
            self._sheet(title) for title in (tabs.people, tabs.explained, tabs.answers)
        )
        self._fill_people(people, self._fill_answers(answers))
        self._explain(explained)
        return saved(self._book)

    def _sheet(self, title: Text) -> "Worksheet":
        sheet: Worksheet = self._book.create_sheet(self._say(title))
        sheet.sheet_view.rightToLeft = self._tongue.direction == "rtl"
        set_for_paper(sheet, self._say(self._content.papers.common.foot))
        return sheet

    # ------------------------------------------------------------ the answers

    def _choices(self, question: Question) -> Iterator[ListedAnswer]:
        """The answers to choose from; none where a question takes a date."""
        for value in question.values_taken:
            yield ListedAnswer(value.id, self._say(value.label))
        if question.type == "choices":
            yield ListedAnswer(NONE, self._say(self._labels.none_of_these))
        if question.unsure and question.type != "date":
            yield ListedAnswer(UNSURE, self._say(self._labels.unsure))

    def _fill_answers(self, sheet: "Worksheet") -> dict[str, str]:
        """Write each answer with its ids; return the place of each question's answers."""
        columns = self._words.columns
        heads = [
            (self._say(columns.column), "fact", 26),
            (self._say(columns.short_name), "id", 26),
            (self._say(columns.answers), "label", 60),
        ]
        put_heads(sheet, 1, heads)
        places, row = {}, 3
        for question in self._asked:
            first = row
            for row, choice in enumerate(self._choices(question), start=first):
                put(sheet, row, 1, question.id)
                put(sheet, row, 2, choice.id)
                put(sheet, row, 3, choice.label)
            if question.type != "date":
                places[question.id] = f"'{sheet.title}'!$C${first}:$C${row}"
                row += 1
        return places

    # ------------------------------------------------------------ the people

    def _fill_people(self, sheet: "Worksheet", places: dict[str, str]) -> None:
        from openpyxl.styles import Alignment, Font

        one_line = Alignment(wrap_text=False)
        note = self._say(self._words.no_name)
        put(sheet, NOTE_ROW, 1, note, font=Font(bold=True), alignment=one_line)
        ticket = (self._say(self._words.columns.ticket), "id", 14)
        heads = [(self._say(question.short), question.id, 20) for question in self._asked]
        put_heads(sheet, WORDS_ROW, [ticket, *heads])
        self._check(sheet, 1, _TEXT, prompt=self._say(self._words.ticket))
        for column, question in enumerate(self._asked, start=2):
            self._check_answers(sheet, column, question, places.get(question.id))

    def _check_answers(
        self, sheet: "Worksheet", column: int, question: Question, place: str | None
    ) -> None:
        words = self._words
        if question.type == "date":
            is_day = question.precision == "day"
            cell = sheet.cell(FIRST_ROW, column).coordinate
            self._check(
                sheet,
                column,
                _DAY if is_day else _MONTH,
                prompt=self._say(words.date if is_day else words.month),
                wrong=self._say(words.wrong_date),
                type="custom",
                formula1=f"OR(ISTEXT({cell}),{cell}>={_DAYS_UNTIL_1920})",
            )
        elif question.type == "choices":
            # One can be chosen from the list, and more can be written.
            self._check(sheet, column, _TEXT, prompt=self._many(), type="list", formula1=place)
        else:
            wrong = self._say(words.wrong_answer)
            self._check(sheet, column, _TEXT, wrong=wrong, type="list", formula1=place)

    def _check(
        self, sheet: "Worksheet", column: int, shown_as: str, *,
        prompt: str = "", wrong: str = "", **kind: Any,
    ) -> None:  # fmt: skip
        """Say how the cells of a column are shown, what stands beside them, and what they take."""
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        letter = get_column_letter(column)
        sheet.column_dimensions[letter].number_format = shown_as
        check = DataValidation(allow_blank=True, **kind)
        check.showErrorMessage, check.showInputMessage = bool(wrong), bool(prompt)
        check.error, check.prompt = (
            wrong[:_LONGEST_PROMPT] or None,
            prompt[:_LONGEST_PROMPT] or None,
        )
        check.add(f"{letter}{FIRST_ROW}:{letter}{FIRST_ROW + PEOPLE - 1}")
        sheet.add_data_validation(check)

    # ------------------------------------------------------------ the explanations

    def _explain(self, sheet: "Worksheet") -> None:
        from openpyxl.styles import Alignment, Font

        words, columns = self._words, self._words.columns
        lines = [words.no_name, *words.how, words.date]
        said = [*map(self._say, lines), self._many()]
        for row, line in enumerate(said, start=1):
            one_line = Alignment(wrap_text=False)
            put(sheet, row, 1, line, font=Font(bold=row == 1), alignment=one_line)
        heads = (columns.column, columns.short_name, columns.ask, columns.counts, columns.answers)
        row = len(said) + 2
        for column, head in enumerate(heads, start=1):
            put(sheet, row, column, self._say(head), font=Font(bold=True))
        for letter, width in zip("ABCDE", _WIDTHS, strict=True):
            sheet.column_dimensions[letter].width = width
        ticket = (self._say(columns.ticket), "id", self._say(words.ticket), "", "")
        for nth, cells in enumerate([ticket, *map(self._explained, self._asked)], start=row + 1):
            for column, text in enumerate(cells, start=1):
                put(sheet, nth, column, text)
            fit_height(sheet, nth, zip(cells, _WIDTHS, strict=True))

    def _explained(self, question: Question) -> tuple[str, ...]:
        """A question in words: its column, its id, what is asked, what counts, and the answers."""
        counts = [text for text in (question.hint, question.more) if text]
        return (
            self._say(question.short),
            question.id,
            self._say(question.ask),
            "\n".join(map(self._say, counts)),
            self._answers(question),
        )

    def _answers(self, question: Question) -> str:
        if question.type == "date":
            is_day = question.precision == "day"
            return self._say(self._words.date if is_day else self._words.month)
        labels = [choice.label for choice in self._choices(question)]
        if question.type == "state":
            return f"{BETWEEN} ".join(labels)
        return "\n".join([*([self._many()] if question.type == "choices" else []), *labels])
