"""What was run on which database server, as a table made from the test reports of a build.

    python3 .ci/versions.py                 prints the table
    python3 .ci/versions.py FILE            ends with 1 if FILE does not hold that very table
    python3 .ci/versions.py --write FILE    puts it there, between the two marks

A test that runs a server has it told in its log ("Instances run on MySQL 5.6.24"): what a report
does not tell was not run.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

BEGIN, END = "<!-- made by .ci/versions.py -->", "<!-- end -->"
SERVERS = ["MySQL 5.5.9", "MySQL 5.6.24", "MySQL 5.7.22", "MySQL 8.0.12", "MariaDB 11.4.5"]
AREAS = {
    "a whole restore, the demo's: lose a table, bring it back": r"demo\.(DemoTest|DemoOnReal)",
    "comparison finds every planted damage, and none in a faithful copy": r"DamageTest|DamageOn",
    "tables, and whole databases, move into place": r"MoveInTest|MoveInOn|DatabaseMoveTest|DatabaseMoveOn",
    "swap, and undo": r"SwapperTest|SwapperOn",
    "merge, and undo": r"MergerTest|MergerOn",
    "sandbox: clones hold what was committed at their second": r"PointInTime(Test|On)",
    "sandbox: structure and rows as DTS copies them": r"Migration(Test|On)",
    "sandbox: precheck items": r"Precheck(Test|On)",
}
TOLD = re.compile(r"Instances run on (M\w+ [\d.]+)")
OF_CLASS = {"On55": 0, "On56": 1, "On57": 2, "On80": 3}


def cells():
    found = {area: [""] * len(SERVERS) for area in AREAS}
    reports = sorted(pathlib.Path(".").glob("*/target/surefire-reports/TEST-*.xml"))
    if not reports:
        sys.exit("no test has run")
    for report in reports:
        suite = ElementTree.parse(report).getroot()
        name = suite.get("name")
        for area, classes in AREAS.items():
            if re.search(classes, name):
                for server, state in of(suite, name):
                    if state == "FAILED" or not found[area][server]:
                        found[area][server] = state
    return found


def of(suite, name):
    """Which servers the tests of a class ran on, and whether they passed."""
    passed = [case for case in suite.iter("testcase") if len(case.findall("skipped")) == 0]
    failed = int(suite.get("failures")) + int(suite.get("errors")) > 0
    if passed:
        told = TOLD.findall("".join(suite.itertext()))
        return [(SERVERS.index(server), "FAILED" if failed else "yes") for server in set(told)]
    for part, server in OF_CLASS.items():
        if part in name:
            nightly = "nightly" in ElementTree.tostring(suite, encoding="unicode")
            return [(server, "nightly" if nightly else "")]
    return []


def table():
    lines = ["| | " + " | ".join(SERVERS) + " |", "|---" * (len(SERVERS) + 1) + "|"]
    for area, row in cells().items():
        lines.append(f"| {area} | " + " | ".join(cell or "no" for cell in row) + " |")
    return "\n".join(lines)


def main(arguments):
    made = table()
    if not arguments:
        print(made)
        return 0
    file = pathlib.Path(arguments[-1])
    text = file.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN + "\n", 1)
    there, after = rest.split("\n" + END, 1)
    if arguments[0] == "--write":
        file.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", encoding="utf-8")
        return 0
    if there != made:
        print(f"{file} holds another table than these reports make:\n{made}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
