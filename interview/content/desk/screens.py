"""What the file of the screens of an event desk may say: one part a station."""

from interview.content.model import AnyText, Signable


class FrameScreen(Signable):
    """The words of what every station shares."""

    name: AnyText
    practice: AnyText
    paused: AnyText
    closing: AnyText
    draft: AnyText
    locked: AnyText
    law: AnyText
    again: AnyText
    screen_day: AnyText
    number: AnyText
    ticket: AnyText
    table: AnyText
    minutes: AnyText
    nobody: AnyText
    go_on: AnyText
    lost_form: AnyText


class EnterScreen(Signable):
    """The words of where somebody of the team enters."""

    title: AnyText
    intro: AnyText
    code: AnyText
    go: AnyText
    join: AnyText


class DeviceScreen(Signable):
    """The words of a tablet or a phone."""

    title: AnyText
    intro: AnyText
    code: AnyText
    go: AnyText
    staff: AnyText
    thanks: AnyText
    slip: AnyText
    slip_what: AnyText
    print: AnyText
    clear: AnyText
    clears: AnyText
    see_all: AnyText
    hand: AnyText
    hand_down: AnyText


class DoorScreen(Signable):
    """The words of the door."""

    title: AnyText
    next: AnyText
    which: AnyText
    ask: AnyText
    give: AnyText
    given: AnyText
    code: AnyText
    code_what: AnyText
    print: AnyText
    inside: AnyText
    longest: AnyText
    between: AnyText
    spare: AnyText
    word: AnyText
    place: AnyText
    told: AnyText


class FloorScreen(Signable):
    """The words of the helpers' board."""

    title: AnyText
    what: AnyText
    part: AnyText
    hand: AnyText
    lower: AnyText
    more: AnyText
    others: AnyText
    code: AnyText
    paper: AnyText
    left: AnyText
    stopped: AnyText
    back: AnyText
    place: AnyText
    here_is: AnyText


class ScanScreen(Signable):
    """The words of where a slip is scanned."""

    title: AnyText
    intro: AnyText
    code: AnyText
    go: AnyText
    taken: AnyText
    wrong: AnyText
    camera: AnyText


class WallScreen(Signable):
    """The words of the wall."""

    title: AnyText
    rule: AnyText


class CallingScreen(Signable):
    """The words of where a reviewer calls the next person."""

    title: AnyText
    call: AnyText
    second: AnyText
    mine: AnyText
    open: AnyText
    call_again: AnyText
    not_there: AnyText
    give_back: AnyText
    conflict: AnyText
    no_visit: AnyText
    waiting: AnyText
    others: AnyText
    looks: AnyText
    none: AnyText


class ReviewingScreen(Signable):
    """The words of the review."""

    title: AnyText
    why: AnyText
    sign: AnyText
    back: AnyText
    change: AnyText
    save: AnyText
    look: AnyText
    undo: AnyText
    print: AnyText
    first_signed: AnyText
    open_questions: AnyText
    ask_them: AnyText


class ExitScreen(Signable):
    """The words of the exit."""

    title: AnyText
    which: AnyText
    show: AnyText
    lost: AnyText
    not_ready: AnyText
    print: AnyText
    done: AnyText
    ready: AnyText


class BoardScreen(Signable):
    """The words of the coordinator's board."""

    title: AnyText
    what: AnyText
    people: AnyText
    waits: AnyText
    half: AnyText
    tenth: AnyText
    pace: AnyText
    each: AnyText
    arrivals: AnyText
    hanging: AnyText
    hand_over: AnyText
    to_line: AnyText
    to: AnyText
    day: AnyText
    until: AnyText
    pause: AnyText
    resume: AnyText
    extend: AnyText
    close: AnyText
    cards: AnyText
    new_card: AnyText
    fresh: AnyText
    unused: AnyText
    used: AnyText
    dead: AnyText
    sessions: AnyText
    end: AnyText
    open_it: AnyText
    open: AnyText


class ClosingScreen(Signable):
    """The words of closing, and what is left then."""

    title: AnyText
    inside: AnyText
    preview: AnyText
    few: AnyText
    begin: AnyText
    back: AnyText
    sure: AnyText
    close: AnyText
    left: AnyText
    closed: AnyText
    list: AnyText
    rows: AnyText
    file: AnyText
    size: AnyText
    no_key: AnyText
    print: AnyText


class PrintingScreen(Signable):
    """The words of what is printed for the day."""

    title: AnyText
    sheets: AnyText
    tickets: AnyText
    wall: AnyText
    plan_b: AnyText
    blank: AnyText
    get: AnyText
    no_press: AnyText


class DeskScreens(Signable):
    """The words of the screens of an event desk."""

    frame: FrameScreen
    enter: EnterScreen
    device: DeviceScreen
    door: DoorScreen
    floor: FloorScreen
    scan: ScanScreen
    wall: WallScreen
    reviews: CallingScreen
    review: ReviewingScreen
    exit: ExitScreen
    board: BoardScreen
    closing: ClosingScreen
    printing: PrintingScreen
