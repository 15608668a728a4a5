package io.rdsrestore.workflows.verdict.remedies;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rdsrestore.workflows.plan.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The catalogue of failures, read strictly: a field too many or too few is a defect of ours. */
public final class Catalogue {
  /** Stands for every precheck item that is not known. */
  public static final String ANY_OTHER_ITEM = "ANY_OTHER_ITEM";

  /** Stands for every failure of a copy without a known code. */
  public static final String ANY_OTHER_ERROR = "ANY_OTHER_ERROR";

  private static final ObjectReader STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(new TypeReference<List<CatalogueItem>>() {});

  private static final List<CatalogueItem> PRECHECK = load("precheck.json");
  private static final List<CatalogueItem> SQL_SERVER = load("sqlserver.json");
  private static final List<CatalogueItem> COPY = load("copy.json");
  private static final Map<String, CatalogueItem> PRECHECK_BY_NAME = byName(PRECHECK);
  private static final Map<String, CatalogueItem> SQL_SERVER_BY_NAME = byName(SQL_SERVER);
  private static final Map<String, CatalogueItem> COPY_BY_NAME = byName(COPY);

  private Catalogue() {}

  /** Precheck items from MySQL to MySQL; the last one stands for all others. */
  public static List<CatalogueItem> precheck() {
    return PRECHECK;
  }

  /**
   * Conditions of DTS for SQL Server, whose item codes are not public; and items of all engines
   * that are mended in another way there.
   */
  public static List<CatalogueItem> sqlServer() {
    return SQL_SERVER;
  }

  /** Failures of a copy; the last one stands for all others. */
  public static List<CatalogueItem> copy() {
    return COPY;
  }

  /** What is known of a precheck item (DescribePreCheckStatus: Item). */
  public static Optional<CatalogueItem> precheck(String item) {
    return item == null
        ? Optional.empty()
        : Optional.ofNullable(PRECHECK_BY_NAME.get(item.toUpperCase(Locale.ROOT)));
  }

  /** Likewise of one on servers of an engine, which may have a way of its own to mend it. */
  public static Optional<CatalogueItem> precheck(String item, Engine engine) {
    return engine.speaksCatalogueSql() || item == null
        ? precheck(item)
        : Optional.ofNullable(SQL_SERVER_BY_NAME.get(item.toUpperCase(Locale.ROOT)))
            .or(() -> precheck(item));
  }

  /** Whether its SQL is that of the engine. */
  static boolean speaks(CatalogueItem item, Engine engine) {
    return engine.speaksCatalogueSql() != SQL_SERVER.contains(item);
  }

  /** What is known of a code in the message of a failed copy. */
  static Optional<CatalogueItem> copy(String code) {
    return Optional.ofNullable(COPY_BY_NAME.get(code));
  }

  static List<CatalogueItem> read(InputStream json) throws IOException {
    return List.copyOf(STRICT.readValue(json));
  }

  private static List<CatalogueItem> load(String name) {
    try (InputStream json = Catalogue.class.getResourceAsStream(name)) {
      return read(json);
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue " + name + " cannot be read", e);
    }
  }

  private static Map<String, CatalogueItem> byName(List<CatalogueItem> items) {
    Map<String, CatalogueItem> byName = new HashMap<>();
    for (CatalogueItem item : items) {
      byName.put(item.item(), item);
      item.also().forEach(other -> byName.put(other, item));
    }
    return Map.copyOf(byName);
  }
}
