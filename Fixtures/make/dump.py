"""The generator's own data as CSV: what the expected results are reckoned from."""

import csv
from pathlib import Path

import schools
from model import Form

# Who filled a form in and a telephone never reach a result.
PERSONAL = {"filled_by", "phone"}


def write(forms: list[Form], made: list[dict], folder: Path, inbox: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    files = {id(job["form"]): job for job in made}
    with open(folder / "units.csv", "w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["unit", "opened", "closed", "succeeds", "group"])
        for one in schools.SCHOOLS:
            rows.writerow([one.code, one.opened or "", one.closed or "", " ".join(one.succeeds),
                           one.group])
    with open(folder / "forms.csv", "w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["unit", "period", "version", "current", "producer", "modified", "file"])
        for form in forms:
            job = files[id(form)]
            rows.writerow([
                form.unit, form.year, form.version, "yes" if form.is_current else "no",
                job["producer"], job["when"].isoformat() + "Z",
                job["path"].relative_to(inbox).as_posix()])
    with open(folder / "values.csv", "w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["unit", "period", "version", "current", "field", "breakdown", "value"])
        for form in forms:
            for (field, breakdown), value in form.values.items():
                if field not in PERSONAL:
                    rows.writerow([
                        form.unit, form.year, form.version, "yes" if form.is_current else "no",
                        field, breakdown or "-", value])
