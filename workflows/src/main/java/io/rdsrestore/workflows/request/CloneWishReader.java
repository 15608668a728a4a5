package io.rdsrestore.workflows.request;

/** Reads {@code clone}. */
final class CloneWishReader {
  private CloneWishReader() {}

  static CloneWish read(JsonField field) {
    if (!field.isObject()) {
      return CloneWish.asPrimary();
    }
    field.knows("class", "storageType", "zone", "vSwitch", "keepFor");
    return new CloneWish(
        CloudName.other(field.child("class")),
        CloudName.other(field.child("storageType")),
        CloudName.other(field.child("zone")),
        CloudName.other(field.child("vSwitch")),
        LimitsReader.duration(field.child("keepFor"), null, CloneWish.LONGEST_KEEP));
  }
}
