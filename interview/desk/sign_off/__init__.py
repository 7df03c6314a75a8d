"""The sign-off: choices only, what the exit does with it, and the visit as a file."""

from interview.desk.sign_off.choices import (
    FACT,
    FACTOR,
    WHY,
    Choice,
    ChoiceGroup,
    SignOffForm,
    handed_over,
    sign_off_form,
)
from interview.desk.sign_off.exit_list import ExitList, HandedOver, exit_list
from interview.desk.sign_off.sign_off import SignOff, SignOffError, read_sign_off
from interview.desk.sign_off.visit_file import visit_json, visit_text

__all__ = [
    "FACT",
    "FACTOR",
    "WHY",
    "Choice",
    "ChoiceGroup",
    "ExitList",
    "HandedOver",
    "SignOff",
    "SignOffError",
    "SignOffForm",
    "exit_list",
    "handed_over",
    "read_sign_off",
    "sign_off_form",
    "visit_json",
    "visit_text",
]
