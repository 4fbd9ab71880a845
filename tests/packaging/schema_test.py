"""kiosk.schema.json by a JSON Schema validator of others: it is a schema, takes kiosk.yaml as it is installed and with
every key in it, and refuses mistakes. (tests/unit/app/config_schema_test.cpp holds it against the kiosk's own reader.)

usage: schema_test.py FOLDER-OF-tools/packaging"""
import json
import re
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

MISTAKES = ["site: Västerås", "sites: boras", "content: {store: /store}", "content: {trust: [relative]}", "screen: {rotation: 45}",
            "screen: {mm: 476}", "touch: {calibration: [1, 0, 0]}", "reading: {text-scale: 110}", "languages: {offered: sv}",
            "languages: {first: [sv, sv]}", "session: {end-s: 601}", "headset: {jack: perhaps}", "keys: {F15: hlep}",
            "keys: {'512': help}", "debounce-ms: -1", "network: {update-url: 'https://x'}", "counts: counts.db", "- site"]


def main():
    folder = Path(sys.argv[1])
    schema = json.loads((folder / "kiosk.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    installed = (folder / "kiosk.yaml").read_text()
    whole = re.sub(r"(?m)^(  )?# (?=[A-Za-z0-9-]+: )", r"\1", installed)
    wrong = [f"{name}: {error.message}" for name, text in (("installed", installed), ("every key", whole))
             for error in validator.iter_errors(yaml.safe_load(text))]
    wrong += [f"taken: {text}" for text in MISTAKES if validator.is_valid(yaml.safe_load(text))]
    for line in wrong:
        print(line)
    print(f"{len(schema['properties'])} keys and sections; {len(MISTAKES)} mistakes refused")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
