package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The whitelist groups of one instance. A group, once there, cannot be removed. */
final class Whitelist {
  private static final int MAX_GROUPS = 200;
  private static final int MAX_ENTRIES = 1000;
  private static final Pattern GROUP_NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}[a-z0-9]");
  private static final Pattern IPV4 =
      Pattern.compile(
          "(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}(/(3[0-2]|[12]?\\d))?");

  /** One group as DescribeDBInstanceIPArrayList shows it. */
  record Group(String name, String attribute, String networkType, List<String> entries) {}

  private final Map<String, Group> groups = new LinkedHashMap<>();

  Whitelist() {
    groups.put("default", new Group("default", "", "MIX", List.of("127.0.0.1")));
  }

  Whitelist(Whitelist other) {
    groups.putAll(other.groups);
  }

  Collection<Group> groups() {
    return List.copyOf(groups.values());
  }

  /** All that any group lets in. */
  List<String> entries() {
    Set<String> all = new LinkedHashSet<>();
    groups.values().forEach(group -> all.addAll(group.entries()));
    return List.copyOf(all);
  }

  /** Whether some group names the address or a block that holds it. */
  boolean letsIn(String address) {
    if (!IPV4.matcher(address).matches()) {
      throw ApiException.invalid("SourceIpAddress", "an IPv4 address is expected.");
    }
    Ipv4Block wanted = Ipv4Block.parse(address);
    return entries().stream().anyMatch(entry -> Ipv4Block.parse(entry).contains(wanted));
  }

  /**
   * Changes a group, or makes it.
   *
   * @param mode {@code Cover}, {@code Append} or {@code Delete}
   */
  void modify(String name, String attribute, String networkType, String mode, String securityIps) {
    String groupName = name.equals("Default") ? "default" : name;
    if (!GROUP_NAME.matcher(groupName).matches()) {
      throw new ApiException(
          400, "InvalidSecurityIPListName.Format", "The group name is not valid: " + name);
    }
    List<String> given = parse(securityIps);
    Group group = groups.get(groupName);
    List<String> present = group == null ? List.of() : group.entries();
    List<String> next =
        switch (mode) {
          case "Cover" -> given;
          case "Append" -> append(present, given);
          case "Delete" -> delete(group, given);
          default -> throw ApiException.invalid("ModifyMode", mode);
        };
    if (next.size() > MAX_ENTRIES || (group == null && groups.size() >= MAX_GROUPS)) {
      throw new ApiException(
          400, "InvalidSecurityIPList.QuotaExceeded", "There are too many entries or groups.");
    }
    groups.put(
        groupName,
        new Group(
            groupName,
            attribute == null && group != null ? group.attribute() : orEmpty(attribute),
            networkType == null && group != null ? group.networkType() : orMix(networkType),
            next));
  }

  private static List<String> append(List<String> present, List<String> given) {
    Set<String> all = new LinkedHashSet<>(present);
    all.addAll(given);
    return List.copyOf(all);
  }

  private static List<String> delete(Group group, List<String> given) {
    if (group == null) {
      throw new ApiException(
          404, "InvalidSecurityIPListName.NotFound", "The specified group does not exist.");
    }
    List<String> rest = new ArrayList<>(group.entries());
    rest.removeAll(given);
    if (rest.isEmpty()) {
      throw new ApiException(
          400,
          "InvalidSecurityIPList.Format",
          "At least one entry must be left in the group " + group.name() + ".");
    }
    return List.copyOf(rest);
  }

  private static List<String> parse(String securityIps) {
    List<String> entries =
        Arrays.stream(securityIps.split(",", -1)).map(entry -> entry.trim()).toList();
    for (String entry : entries) {
      if (!IPV4.matcher(entry).matches()) {
        throw new ApiException(
            400, "InvalidSecurityIPList.Format", "Not an IPv4 address or block: " + entry);
      }
    }
    if (Set.copyOf(entries).size() < entries.size()) {
      throw new ApiException(
          400, "InvalidSecurityIPList.Duplicate", "The list holds an entry twice.");
    }
    return entries;
  }

  private static String orEmpty(String attribute) {
    return attribute == null ? "" : attribute.toLowerCase(Locale.ROOT);
  }

  private static String orMix(String networkType) {
    return networkType == null ? "MIX" : networkType;
  }
}
