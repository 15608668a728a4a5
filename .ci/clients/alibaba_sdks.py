"""Alibaba Cloud's own Python SDKs against the sandbox: the procedure, call by call.

Two generations of SDK: Tea signs with ACS3-HMAC-SHA256, the core SDK with V1 HMAC-SHA1. Each does
the whole way: look, whitelist, account, clone, configure, buy, precheck, copy, release, delete.
"""

import datetime
import importlib
import json
import time

from alibabacloud_dts20200101.client import Client as TeaDts
from alibabacloud_rds20140815.client import Client as TeaRds
from alibabacloud_tea_openapi.models import Config
from aliyunsdkcore.acs_exception.exceptions import ClientException, ServerException
from aliyunsdkcore.client import AcsClient
from Tea.exceptions import TeaException

from processes import ACCESS_KEY_ID, ACCESS_KEY_SECRET, check, get, sandbox, until

REGION = "cn-hangzhou"
PRIMARY = "rm-primary01"
PASSWORD = "Check-secret-1"
PRECHECKING = ("NotStarted", "Prechecking")


class Refused(Exception):
    """The cloud said no; `code` says how."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


class Tea:
    """The newer SDKs."""

    name = "Tea (ACS3)"
    account = "check_tea"  # one of its own: a clone has the accounts of the restore point
    packages = {"rds": "alibabacloud_rds20140815", "dts": "alibabacloud_dts20200101"}

    def __init__(self, endpoint: str, secret: str):
        self.clients = {
            product: client(
                Config(
                    access_key_id=ACCESS_KEY_ID, access_key_secret=secret, region_id=REGION,
                    endpoint=endpoint, protocol="HTTP",
                )
            )
            for product, client in (("rds", TeaRds), ("dts", TeaDts))
        }

    def call(self, product: str, action: str, **parameters):
        models = importlib.import_module(self.packages[product] + ".models")
        request = getattr(models, action + "Request")().from_map(parameters)
        client = self.clients[product]
        method = next(
            getattr(client, name)
            for name in dir(client)
            if name.replace("_", "") == action.lower()
        )
        try:
            return method(request).body.to_map()
        except TeaException as refused:
            raise Refused(refused.code) from refused


class Core:
    """The SDKs before those."""

    name = "core (V1)"
    account = "check_core"
    packages = {"rds": "aliyunsdkrds.request.v20140815", "dts": "aliyunsdkdts.request.v20200101"}

    def __init__(self, endpoint: str, secret: str):
        self.endpoint = endpoint
        self.client = AcsClient(ACCESS_KEY_ID, secret, REGION)

    def call(self, product: str, action: str, **parameters):
        module = importlib.import_module(f"{self.packages[product]}.{action}Request")
        request = getattr(module, action + "Request")()
        request.set_accept_format("json")
        request.set_endpoint(self.endpoint)
        request.set_protocol_type("http")
        for name, value in parameters.items():
            if name != "RegionId":  # every request gets the client's
                getattr(request, "set_" + name)(value)
        try:
            return json.loads(self.client.do_action_with_exception(request))
        except (ServerException, ClientException) as refused:
            raise Refused(refused.get_error_code()) from refused


def succeeded(answer: dict) -> dict:
    """DTS may say no with HTTP 200."""
    if str(answer.get("Success", "true")).lower() != "true":
        raise Refused(answer.get("ErrCode"))
    return answer


def code_of(call) -> str:
    try:
        succeeded(call())
    except Refused as refused:
        return refused.code
    return "nothing"


def prepare(sdk, instance: str, addresses: str, databases: list[str]) -> None:
    """Whitelist and account, as on clone and primary alike."""
    sdk.call(
        "rds", "ModifySecurityIps", DBInstanceId=instance, SecurityIps=addresses,
        DBInstanceIPArrayName="check", ModifyMode="Append",
    )
    sdk.call(
        "rds", "CreateAccount", DBInstanceId=instance, AccountName=sdk.account,
        AccountPassword=PASSWORD, AccountType="Normal",
    )
    until("account", 30, lambda: account(sdk, instance).get("AccountStatus") == "Available")
    for database in databases:
        sdk.call(
            "rds", "GrantAccountPrivilege", DBInstanceId=instance, AccountName=sdk.account,
            DBName=database, AccountPrivilege="ReadWrite",
        )
    until(
        "grants", 30,
        lambda: databases == [
            grant["DBName"]
            for grant in account(sdk, instance)["DatabasePrivileges"]["DatabasePrivilege"]
        ],
    )


def account(sdk, instance: str) -> dict:
    found = sdk.call("rds", "DescribeAccounts", DBInstanceId=instance, AccountName=sdk.account)
    return next(iter(found["Accounts"]["DBInstanceAccount"]), {})


def instance_status(sdk, instance: str) -> str:
    found = sdk.call("rds", "DescribeDBInstanceAttribute", DBInstanceId=instance)
    return found["Items"]["DBInstanceAttribute"][0]["DBInstanceStatus"]


def job_status(sdk, job: str) -> str:
    return succeeded(sdk.call("dts", "DescribeDtsJobDetail", DtsJobId=job, RegionId=REGION))[
        "Status"
    ]


def procedure(sdk, target: str) -> tuple[str, str]:
    """The way of a restore; gives the ids of clone and job."""
    window = sdk.call("rds", "DescribeLocalAvailableRecoveryTime", DBInstanceId=PRIMARY)
    check("RecoveryEndTime" in window, "the recovery window is told")
    end = datetime.datetime.now(datetime.timezone.utc)
    backups = sdk.call(
        "rds", "DescribeBackups", DBInstanceId=PRIMARY,
        StartTime=(end - datetime.timedelta(days=7)).strftime("%Y-%m-%dT%H:%MZ"),
        EndTime=(end + datetime.timedelta(days=1)).strftime("%Y-%m-%dT%H:%MZ"),
    )
    check(backups["Items"]["Backup"][0]["BackupStatus"] == "Success", "a backup set is listed")
    price = sdk.call(
        "rds", "DescribePrice", Engine="MySQL", EngineVersion="5.7", Quantity=1,
        DBInstanceClass="rds.mysql.s2.large", DBInstanceStorage=100, CommodityCode="bards",
        RegionId=REGION,
    )
    check(float(price["PriceInfo"]["TradePrice"]) > 0, "the clone has a price")
    addresses = succeeded(
        sdk.call(
            "dts", "WhiteIpList", Region=REGION, DestinationRegion=REGION, Type="vpc",
            RegionId=REGION,
        )
    )["IpList"]
    sdk.call(
        "rds", "CreateDatabase", DBInstanceId=PRIMARY, DBName=target, CharacterSetName="utf8mb4"
    )
    prepare(sdk, PRIMARY, addresses, [target])

    clone = sdk.call(
        "rds", "CloneDBInstance", DBInstanceId=PRIMARY, PayType="Postpaid",
        DBInstanceStorageType="local_ssd", RestoreTime=window["RecoveryEndTime"],
        ClientToken=f"check-{target}", RegionId=REGION,
    )["DBInstanceId"]
    again = sdk.call(
        "rds", "CloneDBInstance", DBInstanceId=PRIMARY, PayType="Postpaid",
        DBInstanceStorageType="local_ssd", RestoreTime=window["RecoveryEndTime"],
        ClientToken=f"check-{target}", RegionId=REGION,
    )["DBInstanceId"]
    check(clone == again, "the same ClientToken buys no second clone")
    check(instance_status(sdk, clone) == "Creating", "the clone is being made")
    until("clone", 60, lambda: instance_status(sdk, clone) == "Running")
    prepare(sdk, clone, addresses, ["shop"])

    job, bought = bought_job(sdk, clone, target)
    answer = precheck(sdk, job, bought)
    check(
        not failed_items(answer),
        "every precheck item has passed: "
        + ", ".join(item["Item"] for item in answer["JobProgress"]),
    )
    until("copy", 60, lambda: job_status(sdk, job) in ("Finished", "finished"))
    listed = succeeded(
        sdk.call(
            "dts", "DescribeDtsJobs", RegionId=REGION, JobType="MIGRATION", PageSize=20,
            PageNumber=1, Region=REGION,
        )
    )
    check(job in [each["DtsJobId"] for each in listed["DtsJobList"]], "the job is listed")
    return clone, job


def bought_job(sdk, clone: str, target: str) -> tuple[str, str]:
    """Configured first, then bought; gives the ids of job and DTS instance."""
    job = succeeded(
        sdk.call(
            "dts", "ConfigureDtsJob", RegionId=REGION, DtsJobName=f"check {target}",
            JobType="MIGRATION", StructureInitialization=True, DataInitialization=True,
            DataSynchronization=False,
            SourceEndpointInstanceType="RDS", SourceEndpointRegion=REGION,
            SourceEndpointInstanceID=clone, SourceEndpointEngineName="MYSQL",
            SourceEndpointUserName=sdk.account, SourceEndpointPassword=PASSWORD,
            DestinationEndpointInstanceType="RDS", DestinationEndpointRegion=REGION,
            DestinationEndpointInstanceID=PRIMARY, DestinationEndpointEngineName="MYSQL",
            DestinationEndpointUserName=sdk.account, DestinationEndpointPassword=PASSWORD,
            DbList=json.dumps(
                {"shop": {"name": target, "all": False, "Table": {
                    "orders": {"name": "orders", "all": True}}}}
            ),
            Reserve=json.dumps({"targetTableMode": "0"}),
        )
    )["DtsJobId"]
    check(job_status(sdk, job) == "NotStarted", "a job is configured before it is bought")
    bought = succeeded(
        sdk.call(
            "dts", "CreateDtsInstance", JobId=job, PayType="PostPaid", InstanceClass="small",
            Quantity=1, AutoStart=False, RegionId=REGION,
        )
    )["InstanceId"]
    check(bought.startswith("dts"), "the job is bought")
    return job, bought


def precheck(sdk, job: str, bought: str) -> dict:
    """Starts the job and waits for the end of its precheck."""
    succeeded(
        sdk.call("dts", "StartDtsJob", DtsJobId=job, DtsInstanceId=bought, RegionId=REGION)
    )
    until("end of the precheck", 60, lambda: job_status(sdk, job) not in PRECHECKING)
    return succeeded(
        sdk.call("dts", "DescribePreCheckStatus", DtsJobId=job, JobCode="01", RegionId=REGION)
    )


def failed_items(answer: dict) -> list[str]:
    return [
        item["Item"] for item in answer["JobProgress"]
        if item["State"] == "Failed" and not item.get("Skip")
    ]


def skip_what_failed(sdk, clone: str, target: str) -> str:
    """The same objects again: the precheck finds them there, and is told to pass over that."""
    job, bought = bought_job(sdk, clone, target)
    answer = precheck(sdk, job, bought)
    check(failed_items(answer) == ["CHECK_SAME_OBJ"], "the same objects again fail the precheck")
    succeeded(
        sdk.call(
            "dts", "SkipPreCheck", DtsJobId=job, Skip=True, RegionId=REGION,
            SkipPreCheckItems=json.dumps(["CHECK_SAME_OBJ"]),
        )
    )
    succeeded(
        sdk.call("dts", "StartDtsJob", DtsJobId=job, DtsInstanceId=bought, RegionId=REGION)
    )
    until("copy", 60, lambda: job_status(sdk, job) in ("Finished", "finished"))
    check(True, "the item is skipped, and the job copies")
    return job


def remove(sdk, clone: str, *jobs: str) -> None:
    for job in jobs:
        succeeded(sdk.call("dts", "DeleteDtsJob", DtsJobId=job, RegionId=REGION))
    sdk.call("rds", "DeleteAccount", DBInstanceId=PRIMARY, AccountName=sdk.account)
    sdk.call("rds", "DeleteDBInstance", DBInstanceId=clone)
    until("deletion", 30, lambda: code_of(lambda: sdk.call(
        "rds", "DescribeDBInstanceAttribute", DBInstanceId=clone)) != "nothing")


def main() -> None:
    with sandbox("--control-plane-only") as cloud:
        endpoint = cloud["endpoint"].removeprefix("http://")
        for generation, target in ((Tea, "by_tea"), (Core, "by_core")):
            print(generation.name, flush=True)
            wrong = generation(endpoint, "not-the-secret")
            code = code_of(
                lambda: wrong.call("rds", "DescribeDBInstanceAttribute", DBInstanceId=PRIMARY)
            )
            check(
                code in ("SignatureDoesNotMatch", "InvalidAccessKeySecret"),
                f"a wrong secret is refused: {code}",
            )
            sdk = generation(endpoint, ACCESS_KEY_SECRET)
            code = code_of(
                lambda: sdk.call("rds", "DescribeDBInstanceAttribute", DBInstanceId="rm-none")
            )
            check(code == "InvalidDBInstanceId.NotFound", f"an unknown instance: {code}")
            clone, job = procedure(sdk, target)
            second = skip_what_failed(sdk, clone, target)
            remove(sdk, clone, job, second)
        ledger = get(cloud["endpoint"] + "/sandbox/ledger")
        check(
            sorted(entry["kind"] for entry in ledger) == ["clone"] * 2 + ["dts"] * 4,
            "each generation has bought one clone and two jobs",
        )
        check(all(entry["releasedAt"] for entry in ledger), "all are released")


if __name__ == "__main__":
    began = time.monotonic()
    main()
    print(f"passed in {time.monotonic() - began:.0f} s")
