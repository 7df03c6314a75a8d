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
    before: AnyText
    promises: tuple[AnyText, ...]
    start: AnyText
    go_on: AnyText


class QuestionPages(Signable):
    """The words around a question; `titles` are the headings of pages with several questions."""

    titles: dict[str, AnyText]
    go_on: AnyText
    more: AnyText
    whole_part: AnyText
    one_by_one: AnyText
    from_paper: AnyText
    digits: AnyText
    voices: AnyText
    aloud: AnyText
    about_them: AnyText
    help_beside: AnyText
    skip: AnyText
    can_skip: AnyText
    help_one: AnyText
    help_many: AnyText
    counts: AnyText
    why: AnyText
    sensitive: AnyText
    not_sure: AnyText
    remember: AnyText
    divider: AnyText
    day: AnyText
    month: AnyText
    year: AnyText
    month_unknown: AnyText
    year_unknown: AnyText
    unsure_beside: AnyText
    some_unsure: AnyText
    choose_state: AnyText
    left_about: AnyText
    left: AnyText
    left_one: AnyText


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
    """The words of the sheet for a lawyer."""

    title: AnyText
    prepared: AnyText
    checked: AnyText
    dates_run: AnyText
    name: AnyText
    a_number: AnyText
    phone: AnyText
    court: AnyText
    hearing: AnyText
    language: AnyText
    flags: AnyText
    now: AnyText
    soon: AnyText
    before: AnyText
    deadlines: AnyText
    ahead: AnyText
    is_today: AnyText
    past: AnyText
    maybe_past: AnyText
    by_date: AnyText
    relief: AnyText
    no_relief: AnyText
    maybe_relief: AnyText
    not_sure: AnyText
    sure: AnyText
    custody: AnyText
    place: AnyText
    held: AnyText
    presence: AnyText
    year: AnyText
    here: AnyText
    paper: AnyText
    legend: AnyText
    programs: AnyText
    list: AnyText
    never_opened: AnyText
    matches: AnyText
    may_match: AnyText
    does_not_match: AnyText
    no_promise: AnyText
    holds: AnyText
    rules_no: AnyText
    rules_unknown: AnyText
    others_match: AnyText
    level: AnyText
    level_unknown: AnyText
    level_none: AnyText
    discretion: AnyText
    good: AnyText
    against: AnyText
    stage: AnyText
    stage_unknown: AnyText
    could_ask: AnyText
    refusal: AnyText
    no_ladder: AnyText
    others: AnyText
    questions: AnyText
    notes: AnyText
    signed: AnyText
    bar: AnyText
    signed_on: AnyText
    more: AnyText
    more_hint: AnyText
    answered_no: AnyText
    sources: AnyText
    one_sheet: AnyText


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

    blank_title: AnyText
    blank_text: AnyText
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
