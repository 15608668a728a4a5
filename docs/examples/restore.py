"""Starts a restore from Python, approves its plan, and prints the report.

    pip install temporalio
    python docs/examples/restore.py restore.json

Nothing of rds-restore is imported: the workflow's names and JSON are the contract. Gates after the
approval (a failed precheck, a difference) are left to people; the script just waits.
"""

import asyncio
import json
import os
import sys

from temporalio.client import Client, WorkflowHandle
from temporalio.common import WorkflowIDConflictPolicy


async def open_gate(handle: WorkflowHandle, kind: str) -> dict:
    """Waits until the restore asks a person for a decision of this kind."""
    while True:
        status = await handle.query("status")
        gate = status.get("waitingFor")
        if gate and gate["kind"] == kind:
            return gate
        if gate or status["phase"] in ("COMPLETED", "ABORTED", "FAILED"):
            raise SystemExit(f"no {kind}: {gate['reason'] if gate else status['doing']}")
        await asyncio.sleep(1)


async def main(file: str) -> None:
    with open(file, encoding="utf-8") as text:
        request = json.load(text)
    client = await Client.connect(
        os.environ.get("TEMPORAL_ADDRESS", "127.0.0.1:7233"),
        namespace=os.environ.get("TEMPORAL_NAMESPACE", "default"),
    )

    # The id is the lock: a second restore of the same primary is refused.
    handle = await client.start_workflow(
        "RestoreToPrimary",
        request,
        id=f"restore/{request['instanceId']}",
        task_queue="rds-restore",
        id_conflict_policy=WorkflowIDConflictPolicy.FAIL,
    )

    gate = await open_gate(handle, "approval")
    print(gate["reason"], file=sys.stderr)
    answer = await handle.execute_update(
        "decide",
        {
            "action": "approve",
            "gate": gate["gate"],
            "planHash": gate["planHash"],
            "actor": request["requestedBy"],
        },
    )
    print("accepted:", answer["follows"], file=sys.stderr)

    print(json.dumps(await handle.result()))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
    # The SDK's native threads may abort Python while it ends: all is done, so end without that.
    sys.stdout.flush()
    os._exit(0)
