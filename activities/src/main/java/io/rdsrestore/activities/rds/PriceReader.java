package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.DescribePriceRequest;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.PriceQuery;
import io.rdsrestore.workflows.plan.Price;
import java.math.BigDecimal;

/** Reads what a pay-as-you-go clone costs an hour (DescribePrice). */
final class PriceReader {
  private static final String PAY_AS_YOU_GO = "bards";

  private final CloudClient cloud;

  PriceReader(CloudClient cloud) {
    this.cloud = cloud;
  }

  Price read(PriceQuery query) {
    DescribePriceRequest request = new DescribePriceRequest();
    request.setCommodityCode(PAY_AS_YOU_GO);
    request.setPayType(query.purchase().payType());
    request.setOrderType("BUY");
    request.setInstanceUsedType(0);
    request.setQuantity(1);
    request.setEngine(query.engine());
    request.setEngineVersion(query.engineVersion());
    request.setDBInstanceClass(query.purchase().instanceClass());
    request.setDBInstanceStorage(query.purchase().storageGb());
    request.setDBInstanceStorageType(query.purchase().storageType());
    request.setZoneId(query.purchase().zoneId());
    Answer info = cloud.read(query.instance().regionId(), request).part("PriceInfo");
    for (String field : new String[] {"TradePrice", "DiscountPrice", "OriginalPrice"}) {
      BigDecimal price = info.decimal(field);
      if (price != null) {
        return new Price(price, info.textOrEmpty("Currency"));
      }
    }
    throw Failures.of(
        RestoreErrorCode.TRANSIENT,
        "RDS answered DescribePrice without a price.",
        new CloudRefusal("DescribePrice", null, null, null));
  }
}
