"""Reads the demo's last line from standard input and checks what it promises."""

import json
import sys

LEDGER = {
    "clonesBought": 1, "clonesLeft": 0, "dtsJobsBought": 1, "dtsJobsLeft": 0, "accountsLeft": 0,
}
MOST_EVENTS = 240

result = json.loads(sys.stdin.read())
problems = [
    f"{name} is {result.get(name)!r}, not {wanted!r}"
    for name, wanted in (("result", "passed"), ("temporal", sys.argv[1]), ("ledger", LEDGER))
    if result.get(name) != wanted
]
if result["verification"]["verdict"] != "equal":
    problems.append(f"the verdict is {result['verification']['verdict']}")
if result["historyEvents"] > MOST_EVENTS:
    problems.append(f"{result['historyEvents']} history events are more than {MOST_EVENTS}")
print(
    f"{result['result']}: {result['temporal']}, {result['historyEvents']} history events,"
    f" {sum(result['apiCalls'].values())} calls, {result['addedSeconds']:.1f} s added"
)
for problem in problems:
    print("  " + problem)
sys.exit(bool(problems))
