"""What the generator takes from the pack, so that no label is written twice."""

from pathlib import Path

import yaml


def _plain(value):
    """The pack writes «~» for a no-break space."""
    if isinstance(value, str):
        return value.replace("~", "\u00a0")
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


class Pack:
    def __init__(self, folder: Path):
        def load(name: str):
            return _plain(yaml.safe_load((folder / name).read_text(encoding="utf-8")))

        self.form = load("form.yaml")["form"]
        self.sections = {section["code"]: section for section in self.form["sections"]}
        self.dictionaries = {
            one["code"]: {member["code"]: member["title"] for member in one["members"]}
            for one in load("dictionaries.yaml")["dictionaries"]
        }
        self.indicators = load("indicators.yaml")["indicators"]
        self.fields = {
            field["code"]: field for section in self.form["sections"] for field in section["fields"]
        }

    def fields_of(self, section: str) -> list[dict]:
        return self.sections[section]["fields"]

    def number_fields(self, section: str) -> list[str]:
        return [f["code"] for f in self.fields_of(section) if f["kind"] in ("count", "percent")]

    def readings(self) -> list[tuple[str, list[str]]]:
        """Every declared reading once, with the labels of its indicators; those of many
        indicators first."""
        labels: dict[str, list[str]] = {}
        for one in self.indicators:
            for text in one.get("readings", []):
                labels.setdefault(text, []).append(one["label"])
        return sorted(labels.items(), key=lambda item: len(item[1]) <= 4)
