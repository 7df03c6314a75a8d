"""Whether LibreOffice opens the letter: the DOCX, on its own and on a letterhead, made into a PDF.

Run: python tests/audit/letter.py. Without LibreOffice it says so and ends well: `apt-get install
libreoffice-writer-nogui`. With NEXT_STEPS_AUDIT set, its lack is a failure.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import docx
import yaml

ROOT = Path(__file__).resolve().parents[2]
FACTS = {
    "detained": "no", "case_stage": "in_proceedings", "family": ["parent_citizen_lpr"],
    "health": ["disability"], "military_family": "yes", "community": ["work", "faith"],
}  # fmt: skip
LETTERHEAD, FOOT = "The Clinic", "12 Main Street"


def letter(folder: Path, name: str, *arguments: str) -> Path:
    """Make a letter with the command line."""
    made = folder / name
    subprocess.run(
        [sys.executable, "-m", "interview", "paper", "letter", str(folder / "facts.yaml"),
         "--ask", "join_closure", "--as-of", "2026-11-30", "--out", str(made), *arguments],
        check=True, cwd=ROOT,
    )  # fmt: skip
    return made


def opened(soffice: str, file: Path) -> str:
    """Have LibreOffice open a file and print it; return the words of its pages."""
    began = time.perf_counter()
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{file.parent}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(file.parent), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    printed = file.with_suffix(".pdf")
    words = subprocess.run(
        ["pdftotext", "-layout", str(printed), "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = words.split("\f")[:-1]
    print(f"{file.name}: {len(pages)} pages, {time.perf_counter() - began:.1f} s")
    return words


def problems(soffice: str, folder: Path) -> list[str]:
    """Say what does not stand on the pages as LibreOffice shows them."""
    (folder / "facts.yaml").write_text(yaml.safe_dump(FACTS), "utf-8")
    head = docx.Document()
    head.sections[0].header.paragraphs[0].text = LETTERHEAD
    head.sections[0].footer.paragraphs[0].text = FOOT
    head.save(folder / "head.docx")
    written = [
        (letter(folder, "plain.docx"), ()),
        (letter(folder, "clinic.docx", "--base", str(folder / "head.docx")), (LETTERHEAD, FOOT)),
    ]
    found = []
    for file, wanted in written:
        notice = docx.Document(str(file)).sections[0].header.paragraphs[-1].text
        texts = [p.text for p in docx.Document(str(file)).paragraphs if p.text.strip()]
        whole = opened(soffice, file)
        shown = " ".join(whole.split())
        found += [
            f"{file.name}: not shown: {t!r}" for t in texts if " ".join(t.split()) not in shown
        ]
        for number, page in enumerate(whole.split("\f")[:-1], start=1):
            said = " ".join(page.split())
            found += [
                f"{file.name}, page {number}: no {words!r}"
                for words in (notice, *wanted)
                if words not in said
            ]
    return found


def main() -> int:
    """Print what is wrong; return the status."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        print("LibreOffice is not installed: apt-get install libreoffice-writer-nogui")
        return 1 if "NEXT_STEPS_AUDIT" in os.environ else 0
    with tempfile.TemporaryDirectory() as folder:
        found = problems(soffice, Path(folder))
    print("\n".join(found) or "LibreOffice shows the letter whole, with the notice on each page.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
