"""The sign-up sheets and a workbook of results through LibreOffice: what goes in must come out.

Run with: python tests/audit/sheets.py. Ends with 1 where a cell or a list differs; where there is
no LibreOffice, it says so and ends with 0.
"""

import datetime
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import load_workbook

INTERVIEW = [sys.executable, "-m", "interview"]
PEOPLE = "questions/examples/sign_up_sheet.csv"


def main() -> int:
    """Take each workbook through LibreOffice, and print what came back otherwise."""
    program = shutil.which("soffice")
    if program is None:
        print("skipped: there is no LibreOffice here")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        wrong = [line for file in _made(Path(folder)) for line in _differences(program, file)]
    print("\n".join(wrong) or "Every workbook came back as it was.")
    return bool(wrong)


def _made(folder: Path) -> list[Path]:
    files = []
    for language in ("en", "es"):
        for facts in ("short", "all"):
            file = folder / f"sheet_{language}_{facts}.xlsx"
            command = [*INTERVIEW, "sheet", str(file), "--lang", language, "--facts", facts]
            subprocess.run(command, check=True)
            _fill(file)
            files.append(file)
        results = folder / f"results_{language}.xlsx"
        command = [*INTERVIEW, "screen", PEOPLE, "--format", "xlsx", "--lang", language]
        subprocess.run([*command, "--out", str(results)], check=True)
        files.append(results)
    return files


def _fill(file: Path) -> None:
    """Choose in each column the first answer of its list, and a day where it takes a date."""
    book = load_workbook(file)
    sheet = book.worksheets[0]
    sheet["A4"] = "007"
    for check in sheet.data_validations.dataValidation:
        cell = sheet[str(check.sqref).partition(":")[0]]
        if check.type == "list":
            tab, _, place = check.formula1.rpartition("!")
            cell.value = book[tab.strip("'")][place.replace("$", "").partition(":")[0]].value
        elif check.type == "custom":
            cell.value = datetime.date(2007, 6, 15)
            cell.number_format = "yyyy-mm-dd"
    book.save(file)


def _differences(program: str, file: Path) -> list[str]:
    out = file.parent / "back"
    profile = f"-env:UserInstallation=file://{file.parent}/profile"
    command = [program, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(out)]
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=True)
    if not (out / file.name).exists():
        return [f"{file.name}: LibreOffice cannot open it: {done.stderr.strip()}"]
    before, after = _said(file), _said(out / file.name)
    return [
        f"{file.name}: {key}: {before.get(key)!r} became {after.get(key)!r}"
        for key in before | after
        if before.get(key) != after.get(key)
    ]


def _said(file: Path) -> dict[str, object]:
    """Every cell that says something, and every list of answers with its cells."""
    found: dict[str, object] = {}
    for sheet in load_workbook(file).worksheets:
        for row in sheet.iter_rows():
            found |= {f"{sheet.title}!{c.coordinate}": c.value for c in row if c.value is not None}
        for check in sheet.data_validations.dataValidation:
            if check.type == "list":
                found[f"{sheet.title}!{check.sqref} takes"] = check.formula1
    return found


if __name__ == "__main__":
    raise SystemExit(main())
