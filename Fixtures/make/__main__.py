"""Makes everything under Fixtures again. Started by scripts/fixtures."""

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

import blank  # noqa: E402
import broken  # noqa: E402
import dump  # noqa: E402
import inbox  # noqa: E402
import model  # noqa: E402
import verify  # noqa: E402
from pack import Pack  # noqa: E402

ROOT = HERE.parent.parent


def main() -> None:
    fixtures = ROOT / "Fixtures"
    pack = Pack(ROOT / "Templates" / "vilyuysk")
    print(f"seed {model.SEED}")
    forms = model.build(pack)
    print(f"{len(forms)} forms, each keeps every rule")
    with tempfile.TemporaryDirectory(prefix="svodka-fixtures-") as folder:
        work = Path(folder)
        made = inbox.make(forms, pack, fixtures / "campaign", work)
        for job in made:
            verify.check(job)
        print(f"{len(made)} files hold what was meant")
        blank.make(pack, fixtures / "blank")
        cases = broken.make(made, fixtures / "broken", work / "broken")
        print(f"{len(cases)} broken forms")
        dump.write(forms, made, fixtures / "expected", fixtures / "campaign" / "inbox")


main()
