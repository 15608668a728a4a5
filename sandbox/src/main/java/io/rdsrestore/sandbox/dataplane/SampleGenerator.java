package io.rdsrestore.sandbox.dataplane;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Invents the sample history: a shop with a stock of customers and products, whose orders are
 * placed, paid, sent, done or cancelled, some of them in every second.
 */
final class SampleGenerator {
  private static final long SEED = 20_140_815;
  private static final int CUSTOMERS = 8_000;
  private static final int CATEGORIES = 60;
  private static final int PRODUCTS = 2_000;
  private static final int SETTINGS = 40;
  private static final int ORDERS_A_SECOND = 32;

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
  private static final List<String> SURNAMES =
      List.of("Müller", "王伟", "O'Brien", "Nguyễn", "Иванова", "田中", "Smith", "李娜", "Ångström");
  private static final List<String> CITIES =
      List.of("杭州", "Köln", "São Paulo", "上海", "Łódź", "Springfield", "東京", "北京");
  private static final List<String> NOTES =
      List.of(
          "prefers 微信 😀", "back\\slash, 'quoted' and \"double\"", "two\nlines", "客户要求开发票 🧾", "");
  private static final List<String> CARRIERS = List.of("SF", "中通", "DHL", "EMS");

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Instant begin;
  private final SampleColumns columns;
  private final List<SampleTransaction> transactions = new ArrayList<>();
  private final Deque<String> fresh = new ArrayDeque<>();
  private final Deque<String> paid = new ArrayDeque<>();
  private final Deque<String> sent = new ArrayDeque<>();
  private int orders;
  private int payments;
  private int shipments;
  private int second;

  SampleGenerator(Instant begin, SampleColumns columns) {
    this.begin = begin;
    this.columns = columns;
  }

  List<SampleTransaction> transactions() {
    commit(settings());
    commit(customers(), addresses());
    commit(categories(), products());
    for (second = 0; second <= SampleHistory.SECONDS; second++) {
      placeOrders();
      pay();
      send();
      if (second % 3 == 2) {
        finish();
      }
      if (second % 5 == 3) {
        cancel();
      }
      if (second % 7 == 4) {
        changePrices();
      }
      if (second % 11 == 6) {
        forgetCancelled();
      }
    }
    return List.copyOf(transactions);
  }

  private void commit(SampleChange... changes) {
    transactions.add(new SampleTransaction(second, List.of(changes)));
  }

  private SampleChange settings() {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < SETTINGS; i++) {
      rows.add(
          row("setting." + i, i % 6 == 5 ? null : "{\"值\": " + random.nextInt(1000) + "}", now()));
    }
    return insert(SampleTable.SETTINGS, rows);
  }

  private SampleChange customers() {
    List<String[]> rows = new ArrayList<>();
    for (int id = 1; id <= CUSTOMERS; id++) {
      rows.add(
          row(
              Integer.toString(id),
              pick(SURNAMES) + " " + id,
              "c" + id + "@example.com",
              id % 4 == 0 ? null : pick(List.of("f", "m", "x")),
              pick(List.of("", "vip", "news", "vip,news", "vip,news,trade", "trade")),
              id % 9 == 0 ? null : day(random.nextInt(20_000)),
              Integer.toString(random.nextInt(10) == 0 ? 0 : 1),
              id % 5 == 0 ? null : quarters(random.nextInt(0, 21)),
              money(random.nextInt(-500_000, 2_000_000)),
              id % 3 == 0 ? pick(NOTES) : null,
              nowWithMicros()));
    }
    return insert(SampleTable.CUSTOMERS, rows);
  }

  private SampleChange addresses() {
    List<String[]> rows = new ArrayList<>();
    for (int customer = 1; customer <= CUSTOMERS; customer++) {
      int count = random.nextInt(4) == 0 ? 2 : 1;
      for (int line = 1; line <= count; line++) {
        rows.add(
            row(
                Integer.toString(customer),
                Integer.toString(line),
                line == 1 ? "home" : "work",
                random.nextInt(1, 400) + " 长安街",
                pick(CITIES),
                line == 1 ? quarters(random.nextInt(-360, 361)) : null,
                quarters(random.nextInt(-720, 721))));
      }
    }
    return insert(SampleTable.ADDRESSES, rows);
  }

  private SampleChange categories() {
    List<String[]> rows = new ArrayList<>();
    for (int id = 1; id <= CATEGORIES; id++) {
      rows.add(
          row(Integer.toString(id), id <= 10 ? null : Integer.toString(id % 10 + 1), "类别 " + id));
    }
    return insert(SampleTable.CATEGORIES, rows);
  }

  private SampleChange products() {
    List<String[]> rows = new ArrayList<>();
    for (int id = 1; id <= PRODUCTS; id++) {
      rows.add(
          row(
              Integer.toString(id),
              Integer.toString(random.nextInt(1, CATEGORIES + 1)),
              String.format("SKU-%08d", id),
              "产品 " + id + (id % 10 == 0 ? " ⭐" : ""),
              money(random.nextInt(99, 500_000)),
              id % 4 == 0
                  ? null
                  : "{\"n\": " + id + ", \"色\": \"" + pick(List.of("红", "blue")) + "\"}",
              id % 6 == 0 ? null : bytes(random.nextInt(0, 40)),
              id % 8 == 0 ? null : Integer.toString(random.nextInt(1990, 2027)),
              id % 7 == 0 ? null : columns.fitTime("0" + random.nextInt(6, 10) + ":30:00.250")));
    }
    return insert(SampleTable.PRODUCTS, rows);
  }

  private void placeOrders() {
    List<String[]> placed = new ArrayList<>();
    List<String[]> items = new ArrayList<>();
    for (int i = 0; i < ORDERS_A_SECOND; i++) {
      String id = Integer.toString(++orders);
      long total = 0;
      int count = random.nextInt(1, 4);
      for (int line = 1; line <= count; line++) {
        int quantity = random.nextInt(1, 6);
        int price = random.nextInt(99, 50_000);
        total += (long) quantity * price;
        items.add(
            row(
                id,
                Integer.toString(line),
                Integer.toString(random.nextInt(1, PRODUCTS + 1)),
                Integer.toString(quantity),
                money(price)));
      }
      placed.add(
          row(
              id,
              Integer.toString(random.nextInt(1, CUSTOMERS + 1)),
              "new",
              money(total),
              orders % 5 == 0 ? pick(NOTES) : null,
              nowWithMicros(),
              now()));
      fresh.add(id);
    }
    commit(insert(SampleTable.ORDERS, placed), insert(SampleTable.ORDER_ITEMS, items));
  }

  private void pay() {
    List<String> ids = take(fresh, random.nextInt(20, 32));
    List<String[]> rows = new ArrayList<>();
    for (String id : ids) {
      rows.add(
          row(
              Integer.toString(++payments),
              id,
              money(random.nextInt(99, 250_000)),
              HexFormat.of().withUpperCase().toHexDigits(random.nextLong())
                  + String.format("%08X", payments),
              now()));
    }
    commit(status(ids, "paid"), audit(ids, "new", "paid"), insert(SampleTable.PAYMENTS, rows));
    paid.addAll(ids);
  }

  private void send() {
    List<String> ids = take(paid, random.nextInt(10, 20));
    if (ids.isEmpty()) {
      return;
    }
    List<String[]> rows = new ArrayList<>();
    for (String id : ids) {
      rows.add(
          row(
              Integer.toString(++shipments),
              id,
              pick(CARRIERS),
              quarters(random.nextInt(1, 90)),
              now().substring(0, 10)));
    }
    commit(status(ids, "sent"), audit(ids, "paid", "sent"), insert(SampleTable.SHIPMENTS, rows));
    sent.addAll(ids);
  }

  private void finish() {
    List<String> ids = take(sent, random.nextInt(20, 30));
    commit(status(ids, "done"), audit(ids, "sent", "done"));
  }

  /** The newest unpaid orders, so that they stay cancelled. */
  private void cancel() {
    List<String> ids = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0 && !fresh.isEmpty(); i--) {
      ids.add(fresh.removeLast());
    }
    if (!ids.isEmpty()) {
      commit(status(ids, "cancelled"), audit(ids, "new", "cancelled"));
    }
  }

  private void changePrices() {
    String id = Integer.toString(random.nextInt(1, PRODUCTS + 1));
    commit(
        new SampleChange.Update(
            SampleTable.PRODUCTS, List.of(id), Map.of("price", money(random.nextInt(99, 500_000)))),
        new SampleChange.Update(
            SampleTable.SETTINGS,
            List.of("setting." + random.nextInt(SETTINGS)),
            Map.of("value", "changed in second " + second)));
  }

  /** Deletes unpaid orders with all that hangs on them. */
  private void forgetCancelled() {
    List<String> ids = take(fresh, 2);
    if (!ids.isEmpty()) {
      commit(
          new SampleChange.Delete(SampleTable.ORDER_ITEMS, "order_id", ids),
          new SampleChange.Delete(SampleTable.ORDERS, "id", ids));
    }
  }

  private SampleChange status(List<String> ids, String status) {
    return new SampleChange.Update(
        SampleTable.ORDERS, ids, Map.of("status", status, "updated_at", now()));
  }

  private SampleChange audit(List<String> ids, String from, String to) {
    List<String[]> rows = new ArrayList<>();
    for (String id : ids) {
      rows.add(row(now(), id, from, to));
    }
    return new SampleChange.Insert(SampleTable.AUDIT_LOG, rows, true);
  }

  private static List<String> take(Deque<String> queue, int most) {
    List<String> taken = new ArrayList<>();
    while (taken.size() < most && !queue.isEmpty()) {
      taken.add(queue.removeFirst());
    }
    return List.copyOf(taken);
  }

  private static SampleChange insert(SampleTable table, List<String[]> rows) {
    return new SampleChange.Insert(table, rows, false);
  }

  private static String[] row(String... values) {
    return values;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private LocalDateTime time() {
    return LocalDateTime.ofInstant(begin.plusSeconds(second), ZoneOffset.UTC);
  }

  private String now() {
    return SECONDS.format(time());
  }

  private String nowWithMicros() {
    return columns.fitTime(MICROS.format(time().plusNanos(1_000L * random.nextInt(1_000_000))));
  }

  private static String day(int number) {
    return LocalDate.of(1950, 1, 1).plusDays(number).toString();
  }

  private static String money(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  /** Quarters are exact in FLOAT and DOUBLE, and print the same everywhere. */
  private static String quarters(int number) {
    BigDecimal value = BigDecimal.valueOf(number).divide(BigDecimal.valueOf(4));
    return value.stripTrailingZeros().toPlainString();
  }

  private String bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}
