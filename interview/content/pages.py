"""What the words of the web pages may say."""

from interview.content.model import AnyText, Model, Signable


class Frame(Signable):
    """What stands around every page."""

    skip: AnyText
    language: AnyText
    help: AnyText
    urgent: AnyText
    leave: AnyText
    back: AnyText
    place: AnyText
    part_of: AnyText
    footer: AnyText
    more: AnyText
    listen: AnyText
    stop: AnyText
    both: AnyText
    one: AnyText
    changed_copy: AnyText
    keys: AnyText


class StartPage(Signable):
    """The first page: what this is, and what is promised."""

    title: AnyText
    lead: AnyText
    urgent_title: AnyText
    urgent_text: AnyText
    urgent_link: AnyText
    before: AnyText
    promises: tuple[AnyText, ...]
    start: AnyText
    go_on: AnyText


class QuestionPages(Signable):
    """The words around a question; `titles` are the headings of pages with several questions."""

    titles: dict[str, AnyText]
    go_on: AnyText
    skip: AnyText
    why: AnyText
    not_sure: AnyText
    remember: AnyText
    one_word: AnyText
    many_words: AnyText
    divider: AnyText
    day: AnyText
    month: AnyText
    year: AnyText
    month_unknown: AnyText
    year_unknown: AnyText
    some_unsure: AnyText
    choose_state: AnyText
    sensitive: AnyText


class Mistakes(Signable):
    """What is said of an answer that cannot be taken, or that is asked back."""

    one: AnyText
    many: AnyText
    choose_one: AnyText
    choose_some: AnyText
    none_and_more: AnyText
    choose_state: AnyText
    date_missing: AnyText
    year_wrong: AnyText
    day_wrong: AnyText
    month_missing: AnyText
    no_such_day: AnyText
    if_right: AnyText


class CheckPage(Signable):
    """The page that shows all answers."""

    title: AnyText
    intro: AnyText
    change: AnyText
    go_on: AnyText


class NextStepsPage(Signable):
    """The words around the summary."""

    title: AnyText
    print_it: AnyText
    print_large: AnyText
    finish: AnyText
    change: AnyText
    for_lawyer: AnyText


class LawyerPage(Signable):
    """The headings of the sheet for a lawyer."""

    title: AnyText
    prepared: AnyText
    another_language: AnyText
    by_date: AnyText
    not_sure: AnyText
    criteria: AnyText
    matched: AnyText
    others: AnyText
    answered_no: AnyText
    questions: AnyText
    notes: AnyText
    signed: AnyText
    signed_on: AnyText


class Chapter(Model):
    """A heading with a few texts under it."""

    title: AnyText
    texts: tuple[AnyText, ...]


class ReadingPage(Signable):
    """A page that is only read."""

    title: AnyText
    intro: AnyText
    chapters: tuple[Chapter, ...] = ()


class AboutPage(ReadingPage):
    """The page on the law over time and its documents."""

    timelines: AnyText
    timelines_intro: AnyText
    documents: AnyText
    documents_intro: AnyText


class MapPage(ReadingPage):
    """The page that shows the whole interview."""

    same_page: AnyText
    answers: AnyText
    any_date: AnyText
    any_state: AnyText


class LeavePages(Signable):
    """The pages of leaving."""

    cleared: AnyText
    cleared_text: AnyText
    nothing_here: AnyText
    remembers: AnyText
    again: AnyText
    kiosk_title: AnyText
    kiosk_text: AnyText


class IdleWarning(Signable):
    """What is asked when a page was not used for long."""

    title: AnyText
    text: AnyText
    text_without_answers: AnyText
    stay: AnyText


class Notices(Signable):
    """What a page says of a post before it, or of the time that is left."""

    late: AnyText
    other_visit: AnyText
    behind: AnyText
    ending: AnyText
    still_there: AnyText
    offline: AnyText


class Trouble(Signable):
    """A page for when something went wrong; `id` is the status, or what happened."""

    id: str
    title: AnyText
    text: AnyText
    action: AnyText


class Pages(Model):
    """All the words of the web pages that stand in no other file."""

    frame: Frame
    start: StartPage
    question: QuestionPages
    mistakes: Mistakes
    check: CheckPage
    next_steps: NextStepsPage
    lawyer: LawyerPage
    words: ReadingPage
    privacy: ReadingPage
    about: AboutPage
    map: MapPage
    leave: LeavePages
    idle: IdleWarning
    notices: Notices
    troubles: tuple[Trouble, ...]
