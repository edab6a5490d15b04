"""Reads what pip-audit has found, and says aloud what it could not look up."""

from __future__ import annotations

import json
import sys

if __name__ == "__main__":
    told = sys.stdin.read()
    packages = json.loads(told)["dependencies"] if told.strip() else []
    looked_up = [each for each in packages if "vulns" in each]
    for each in looked_up:
        for hole in each["vulns"]:
            mended = ", ".join(hole["fix_versions"]) or "no version"
            sys.stdout.write(
                f"{each['name']} {each['version']}: {hole['id']}, mended in {mended}\n"
            )
    missing = len(packages) - len(looked_up)
    if missing or not packages:
        sys.stdout.write(
            f"NOT AUDITED: {missing} of {len(packages)} packages could not be looked up from here; "
            "run tests/system/audit where the index of packages can be reached.\n"
        )
    sys.exit(any(each["vulns"] for each in looked_up))
