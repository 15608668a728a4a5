"""The processes that the checks need: each is started here, and stopped with all its children."""

import contextlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

HOME = pathlib.Path(__file__).resolve().parents[2]
RDS_RESTORE = str(HOME / "rds-restore")
TEMPORAL = os.environ.get("TEMPORAL_CLI", "temporal")
ACCESS_KEY_ID = "check"
ACCESS_KEY_SECRET = "check-secret"


def check(condition: bool, what: str) -> None:
    """One thing that has to hold."""
    if not condition:
        raise AssertionError(what)
    print(f"  ok: {what}", flush=True)


def until(what: str, seconds: float, look):
    """What `look` answers, as soon as that is something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = look()
        if found:
            return found
        time.sleep(0.3)
    raise AssertionError(f"no {what} within {seconds:.0f} s")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(url: str):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return json.loads(answer.read())


@contextlib.contextmanager
def process(command: list[str], **more):
    """Runs a command as a group of its own, and ends that group."""
    started = subprocess.Popen(command, start_new_session=True, **more)
    try:
        yield started
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGTERM)
        try:
            started.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, signal.SIGKILL)
            started.wait(10)


@contextlib.contextmanager
def sandbox(*options: str):
    """`./rds-restore sandbox`; gives what its ready line says."""
    command = [
        RDS_RESTORE, "sandbox", "--port", "0",
        "--access-key-id", ACCESS_KEY_ID, "--access-key-secret", ACCESS_KEY_SECRET, *options,
    ]
    with process(command, stdout=subprocess.PIPE, text=True) as started:
        line = started.stdout.readline()
        if not line:
            raise AssertionError("the sandbox ended without its ready line")
        yield json.loads(line)


@contextlib.contextmanager
def temporal_server():
    """`temporal server start-dev`, without our search attributes; gives its address."""
    port = free_port()
    address = f"127.0.0.1:{port}"
    command = [
        TEMPORAL, "server", "start-dev", "--headless", "--ip", "127.0.0.1",
        "--port", str(port), "--log-level", "error",
    ]
    with process(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        health = [TEMPORAL, "operator", "cluster", "health", "--address", address]
        until(
            "Temporal server", 60,
            lambda: subprocess.run(health, capture_output=True).returncode == 0,
        )
        yield address


@contextlib.contextmanager
def worker(temporal: str, cloud: str):
    """`./rds-restore worker`, ready for work."""
    pages = free_port()
    with tempfile.TemporaryDirectory() as folder:
        key = pathlib.Path(folder, "account.key")
        key.write_text("a key for this check only\n", encoding="utf-8")
        key.chmod(0o600)
        environment = {
            **os.environ,
            "TEMPORAL_ADDRESS": temporal,
            "RDS_RESTORE_CLOUD_ENDPOINT": cloud,
            "RDS_RESTORE_ACCOUNT_KEY": f"file:{key}",
            "ALIBABA_CLOUD_ACCESS_KEY_ID": ACCESS_KEY_ID,
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET": ACCESS_KEY_SECRET,
        }
        command = [
            RDS_RESTORE, "worker", "--metrics-port", str(pages),
        ]
        with process(command, env=environment, stdout=sys.stderr):
            until("ready worker", 90, lambda: is_ready(f"http://127.0.0.1:{pages}/readyz"))
            yield


def is_ready(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


@contextlib.contextmanager
def world():
    """Sandbox with databases, Temporal and a worker; gives the sandbox and Temporal's address."""
    with sandbox() as cloud, temporal_server() as temporal:
        subprocess.run([RDS_RESTORE, "setup", "--address", temporal], check=True)
        with worker(temporal, cloud["endpoint"]):
            yield cloud, temporal
