package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import java.util.List;
import java.util.Map;

/** Regions and prices: the same for everybody. */
final class CatalogActions {
  private static final List<String> REGIONS =
      List.of(
          "cn-hangzhou",
          "cn-shanghai",
          "cn-beijing",
          "cn-shenzhen",
          "ap-southeast-1",
          "eu-central-1",
          "us-west-1");

  private static final double PER_CLASS = 1.25;
  private static final double PER_GB = 0.0012;

  Map<String, Object> describeRegions(ApiCall call) {
    List<Map<String, Object>> regions =
        REGIONS.stream()
            .map(
                region ->
                    JsonBody.of(
                        "RegionId",
                        region,
                        "ZoneId",
                        region + "-h",
                        "ZoneName",
                        "Zone H",
                        "LocalName",
                        region,
                        "RegionEndpoint",
                        "rds." + region + ".aliyuncs.com"))
            .toList();
    return JsonBody.of("Regions", JsonBody.wrapped("RDSRegion", regions));
  }

  /** A made-up hourly price that grows with the disk. */
  Map<String, Object> describePrice(ApiCall call) {
    int quantity = call.number("Quantity", 1);
    int storage = call.number("DBInstanceStorage", 0);
    if (quantity < 1 || storage < 5) {
      throw ApiException.invalid("DBInstanceStorage", "at least 5 GB and one instance.");
    }
    double price = Math.round((PER_CLASS + PER_GB * storage) * quantity * 1000) / 1000.0;
    boolean china = call.text("RegionId", "cn-hangzhou").startsWith("cn-");
    return JsonBody.of(
        "PriceInfo",
        JsonBody.of(
            "Currency",
            china ? "CNY" : "USD",
            "OriginalPrice",
            price,
            "DiscountPrice",
            0.0,
            "TradePrice",
            price,
            "Coupons",
            JsonBody.wrapped("Coupon", List.of()),
            "RuleIds",
            JsonBody.wrapped("RuleId", List.of())),
        "Rules",
        JsonBody.wrapped("Rule", List.of()));
  }
}
