"""Restores started, watched and decided by clients that are not ours.

First Temporal's Python SDK, by the very script of the documentation: a lost table comes back, with a
failing precheck that is repaired and answered by a signal. Then the plain `temporal` command line:
one restore aborted by signal, one approved by update. Then our own command line, as the README shows
it. The databases are real; the rows are counted by a MySQL client.
"""

import asyncio
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import pymysql
from temporalio.client import Client

from processes import HOME, RDS_RESTORE, TEMPORAL, check, get, until, world

PRIMARY = "rm-primary01"
WORKFLOW = f"restore/{PRIMARY}"


class Shop:
    """The primary, as its owner sees it."""

    def __init__(self, mysql: dict):
        self.mysql = mysql

    def sql(self, *statements: str):
        connection = pymysql.connect(
            host=self.mysql["host"], port=self.mysql["port"], user=self.mysql["user"],
            password=self.mysql["password"], autocommit=True,
        )
        with connection, connection.cursor() as cursor:
            cursor.execute("SET foreign_key_checks = 0")
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall()

    def checksum(self, table: str):
        return self.sql(f"CHECKSUM TABLE {table}")[0][1], self.rows(table)

    def rows(self, table: str) -> int:
        return self.sql(f"SELECT COUNT(*) FROM {table}")[0][0]

    def accident(self, *statements: str) -> str:
        """Runs the statements at the beginning of a second; gives the second before."""
        second = int(time.time()) + 2
        until("next second", 5, lambda: time.time() >= second)
        self.sql(*statements)
        return (
            datetime.datetime.fromtimestamp(second - 1, datetime.timezone.utc)
            .isoformat()
            .replace("+00:00", "Z")
        )


def request(file: pathlib.Path, restore_to: str, **more) -> pathlib.Path:
    """The request of the documentation, for this accident."""
    example = json.loads((HOME / "docs/examples/restore.json").read_text(encoding="utf-8"))
    file.write_text(
        json.dumps({**example, "restoreTo": {"time": restore_to}, **more}), encoding="utf-8"
    )
    return file


async def python_sdk(temporal: str, shop: Shop, folder: pathlib.Path) -> None:
    print("Temporal's Python SDK", flush=True)
    before = shop.checksum("shop.orders")
    definition = shop.sql("SHOW CREATE TABLE shop.orders")[0][1]
    point = shop.accident("DROP TABLE shop.orders")
    example = await asyncio.create_subprocess_exec(
        sys.executable, str(HOME / "docs/examples/restore.py"),
        str(request(folder / "python.json", point, target="original")),
        env={**os.environ, "TEMPORAL_ADDRESS": temporal}, stdout=asyncio.subprocess.PIPE,
    )
    try:
        client = await Client.connect(temporal)
        handle = client.get_workflow_handle(WORKFLOW)
        await status_until(handle, "the clone", lambda status: status["phase"] == "CLONING")
        shop.sql("USE shop", definition)  # the application makes the table anew, empty
        status = await status_until(
            handle, "a failed precheck", lambda status: status.get("waitingFor")
        )
        gate = status["waitingFor"]
        check(gate["gate"] == "precheck-1", "the status tells of the failed precheck")
        check(gate["items"][0]["name"] == "CHECK_SAME_OBJ", "and which item failed")
        shop.sql("RENAME TABLE shop.orders TO shop.orders_empty")
        await handle.signal("retry", {"gate": gate["gate"], "actor": "python"})
        output, _ = await asyncio.wait_for(example.communicate(), 180)
    finally:
        if example.returncode is None:
            example.kill()
            await example.wait()
    check(example.returncode == 0, "docs/examples/restore.py ends with 0")
    report = json.loads(output)
    check(report["outcome"] == "inPlace", report["summary"])
    check(
        [(one["action"], one["outcome"]) for one in report["decisions"]]
        == [("approve", "acted"), ("retry", "acted")],
        "the update and the signal have acted",
    )
    check(shop.checksum("shop.orders") == before, "the table holds the rows from before")


async def status_until(handle, what: str, condition) -> dict:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        try:
            status = await handle.query("status")
            if condition(status):
                return status
        except Exception as not_there_yet:  # started by another process
            if "not found" not in str(not_there_yet).lower():
                raise
        await asyncio.sleep(0.3)
    raise AssertionError(f"no {what}")


class Cli:
    """A command line that gets the same answers as ours."""

    def __init__(self, temporal: str):
        self.temporal = temporal

    def run(self, *command: str, expected: int = 0) -> str:
        done = subprocess.run(
            [*command, "--address", self.temporal], capture_output=True, text=True, timeout=240
        )
        if done.returncode != expected:
            raise AssertionError(
                f"{command} ended with {done.returncode}: {done.stdout}{done.stderr}"
            )
        return done.stdout

    def start(self, file: pathlib.Path) -> None:
        self.run(
            TEMPORAL, "workflow", "start", "--type", "RestoreToPrimary",
            "--task-queue", "rds-restore", "--workflow-id", WORKFLOW, "--fail-existing",
            "--input-file", str(file),
        )

    def status(self) -> dict:
        answer = json.loads(
            self.run(
                TEMPORAL, "workflow", "query", "--workflow-id", WORKFLOW, "--type", "status",
                "--output", "json",
            )
        )
        return answer["queryResult"][0]

    def gate(self, kind: str) -> dict:
        return until(kind, 120, lambda: self.open_gate(kind))

    def open_gate(self, kind: str):
        gate = self.status().get("waitingFor")
        return gate if gate and gate["kind"] == kind else None

    def result(self) -> dict:
        answer = self.run(
            TEMPORAL, "workflow", "result", "--workflow-id", WORKFLOW, "--output", "json"
        )
        return json.loads(answer)["result"]


def temporal_cli(temporal: str, shop: Shop, folder: pathlib.Path) -> None:
    print("Temporal's command line", flush=True)
    cli = Cli(temporal)
    before = shop.checksum("shop.orders")
    point = shop.accident("UPDATE shop.orders SET status = 'new'")
    file = request(folder / "cli.json", point)

    cli.start(file)
    gate = cli.gate("approval")
    refused = subprocess.run(
        [
            TEMPORAL, "workflow", "start", "--type", "RestoreToPrimary", "--task-queue",
            "rds-restore", "--workflow-id", WORKFLOW, "--fail-existing", "--input-file", str(file),
            "--address", temporal,
        ],
        capture_output=True, timeout=60,
    )
    check(refused.returncode != 0, "a second restore of the same primary is refused")
    cli.run(
        TEMPORAL, "workflow", "signal", "--workflow-id", WORKFLOW, "--name", "abort",
        "--input", json.dumps({"actor": "cli", "comment": "only looking"}),
    )
    report = cli.result()
    check(report["outcome"] == "nothing", "a signal aborts: " + report["summary"])

    cli.start(file)
    gate = cli.gate("approval")

    def ahead(decision: dict) -> subprocess.CompletedProcess:
        return subprocess.run(
            [
                TEMPORAL, "workflow", "update", "execute", "--workflow-id", WORKFLOW, "--name",
                "decide", "--input", json.dumps(decision), "--address", temporal,
            ],
            capture_output=True, text=True, timeout=60,
        )

    unseen = ahead({"action": "approve", "gate": "approval-2"})
    kept = ahead({"action": "approve", "gate": "approval-2", "planHash": "no"})
    answer = cli.run(
        TEMPORAL, "workflow", "update", "execute", "--workflow-id", WORKFLOW, "--name", "decide",
        "--input", json.dumps({"action": "approve", "gate": gate["gate"], "actor": "cli"}),
    )
    check("approved" in answer, "the update is answered")
    report = cli.result()
    check(report["outcome"] == "beside", report["summary"])
    beside = report["objects"][0]["targetDatabase"]
    check(shop.checksum(f"{beside}.orders") == before, f"{beside} holds the rows from before")
    check(report["putBackSql"], "the report prints the SQL that puts them back")
    check(unseen.returncode != 0, "an approval of what nobody can have seen is refused")
    check("approval-2 is not open" in unseen.stderr + unseen.stdout, "with the reason")
    check(kept.returncode == 0, "one of a plan by its hash is kept, and harms nothing")
    # Names beside go by the minute: the next restore may well be to the same one.
    shop.sql(f"DROP DATABASE {beside}")


def own_cli(temporal: str, shop: Shop, folder: pathlib.Path) -> None:
    print("our own command line, as the README shows it", flush=True)
    cli = Cli(temporal)
    point = shop.accident("DELETE FROM shop.orders WHERE id % 2 = 0")
    file = request(folder / "own.json", point)
    waits = 3
    cli.run(RDS_RESTORE, "start", "-f", str(file), "--watch", expected=waits)
    status = json.loads(cli.run(RDS_RESTORE, "status", PRIMARY, "--json", expected=waits))
    check(status["waitingFor"]["kind"] == "approval", "start --watch and status wait for a person")
    check("approved" in cli.run(RDS_RESTORE, "approve", PRIMARY), "approve is answered")
    cli.run(RDS_RESTORE, "watch", PRIMARY)
    report = json.loads(cli.run(RDS_RESTORE, "report", PRIMARY, "--json"))
    check(report["outcome"] == "beside", report["summary"])
    check(PRIMARY in cli.run(RDS_RESTORE, "list"), "list shows it")


def main() -> None:
    with world() as (cloud, temporal), tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shop = Shop(cloud["mysql"])
        asyncio.run(python_sdk(temporal, shop, folder))
        temporal_cli(temporal, shop, folder)
        own_cli(temporal, shop, folder)
        ledger = get(cloud["endpoint"] + "/sandbox/ledger")
        check(len(ledger) == 6, "three restores have bought a clone and a job each")
        check(all(entry["releasedAt"] for entry in ledger), "all are released")


if __name__ == "__main__":
    began = time.monotonic()
    main()
    print(f"passed in {time.monotonic() - began:.0f} s", flush=True)
    # The SDK's native threads may abort Python while it ends: all is done, so end without that.
    os._exit(0)
