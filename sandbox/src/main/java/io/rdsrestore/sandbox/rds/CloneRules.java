package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import java.util.Set;
import java.util.regex.Pattern;

/** What CloneDBInstance refuses before it buys. */
final class CloneRules {
  private static final Set<String> ENGINES = Set.of("MySQL", "SQLServer", "PostgreSQL", "MariaDB");
  private static final Set<String> PAY_TYPES = Set.of("Postpaid", "Prepaid", "Serverless");
  private static final Pattern DESCRIPTION = Pattern.compile("\\p{L}.{1,254}", Pattern.DOTALL);
  private static final Pattern INSTANCE_CLASS = Pattern.compile("[a-z]+(\\.[a-z0-9-]+){2,5}");

  private final SandboxVariants variants;

  CloneRules(SandboxVariants variants) {
    this.variants = variants;
  }

  void check(Instance source, ApiCall call) {
    checkSource(source.facts());
    checkPayment(call);
    checkDescription(call.text("DBInstanceDescription"));
    checkToken(call.text("ClientToken"));
    checkHardware(source.facts(), call);
    checkNetwork(call);
  }

  private void checkSource(PrimarySpec source) {
    if (!ENGINES.contains(source.engine())) {
      throw new ApiException(
          400, "InvalidDBInstanceEngineType.Format", "The engine cannot be cloned.");
    }
    if (!source.dbInstanceType().equals("Primary")) {
      throw new ApiException(
          variants.error(Variant.notPrimary), "Only a primary instance can be cloned.");
    }
    if (source.engine().equals("MySQL")
        && source.engineVersion().equals("5.7")
        && source.category().equals("Basic")) {
      throw new ApiException(variants.error(Variant.notClonable), "This edition cannot be cloned.");
    }
  }

  private static void checkPayment(ApiCall call) {
    String payType = call.require("PayType");
    if (!PAY_TYPES.contains(payType)) {
      throw new ApiException(400, "Parameters.Invalid", "PayType is not valid: " + payType);
    }
    if (payType.equals("Prepaid")
        && (call.text("Period") == null || call.text("UsedTime") == null)) {
      throw new ApiException(400, "RequiredParam.NotFound", "Prepaid needs Period and UsedTime.");
    }
  }

  private static void checkDescription(String description) {
    if (description != null
        && (!DESCRIPTION.matcher(description).matches()
            || description.startsWith("http://")
            || description.startsWith("https://"))) {
      throw new ApiException(
          400,
          "Parameters.Invalid",
          "DBInstanceDescription has 2 to 255 characters and starts with a letter.");
    }
  }

  private static void checkToken(String token) {
    if (token != null && !token.matches("\\p{ASCII}{1,64}")) {
      throw new ApiException(
          400, "Parameters.Invalid", "ClientToken has at most 64 ASCII characters.");
    }
  }

  private static void checkHardware(PrimarySpec source, ApiCall call) {
    int storage = call.number("DBInstanceStorage", source.storageGb());
    if (storage < source.storageGb() || storage % 5 != 0) {
      throw new ApiException(
          400,
          "InvalidRecoveryDbInstance.StorageSize",
          "The storage is a multiple of 5 GB and not less than the source's.");
    }
    String type = call.text("DBInstanceStorageType", source.storageType());
    if (source.storageType().equals("local_ssd") != type.equals("local_ssd")) {
      throw new ApiException(
          400,
          "InvalidRecoveryDbInstance.StorageType",
          "The storage type does not fit the source's.");
    }
    if (!INSTANCE_CLASS.matcher(call.text("DBInstanceClass", source.instanceClass())).matches()) {
      throw new ApiException(400, "UnsupportedClassCode", "The class does not exist.");
    }
  }

  private static void checkNetwork(ApiCall call) {
    String vSwitch = call.text("VSwitchId");
    if (vSwitch != null && !vSwitch.startsWith("vsw-")) {
      throw new ApiException(403, "InvalidVswitchId", "The vSwitch does not exist.");
    }
    String zone = call.text("ZoneId");
    String region = call.text("RegionId");
    if (zone != null && region != null && !zone.startsWith(region)) {
      throw new ApiException(400, "InvalidAvZone.Format", "The zone is not in the region.");
    }
  }
}
