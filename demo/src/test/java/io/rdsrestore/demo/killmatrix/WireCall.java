package io.rdsrestore.demo.killmatrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP request as a worker sends it to the cloud.
 *
 * @param head request line and headers, without the empty line
 */
record WireCall(String head, ByteString body) {
  private static final Pattern ACTION = Pattern.compile("(?:^|[?&\\s])Action=([A-Za-z]+)");
  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)");
  private static final String PORT = "\"Port\":\"%d\"";
  private static final String END_OF_HEAD = "\r\n\r\n";

  /** Reads one; null if the connection ends instead. */
  static WireCall read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith(END_OF_HEAD)) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.write(next);
    }
    String text = head.toString(ISO_8859_1);
    Matcher length = LENGTH.matcher(text.toLowerCase(Locale.ROOT));
    ByteString body =
        ByteString.copyFrom(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
    return new WireCall(text.substring(0, text.length() - END_OF_HEAD.length()), body);
  }

  /** The API action that it asks for. */
  String action() {
    for (String text : new String[] {head, body.toString(ISO_8859_1)}) {
      Matcher action = ACTION.matcher(text);
      if (action.find()) {
        return action.group(1);
      }
    }
    return "(none)";
  }

  /** Whether it changes something. */
  boolean writes() {
    String action = action();
    return !action.startsWith("Describe")
        && !action.startsWith("List")
        && !action.equals("WhiteIpList");
  }

  /** Sends it on, on a connection of its own; the whole answer. */
  ByteString send(InetSocketAddress cloud) throws IOException {
    try (Socket socket = new Socket(cloud.getAddress(), cloud.getPort())) {
      socket.setTcpNoDelay(true);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.write(head.replaceAll("(?i)\r\n(proxy-)?connection:[^\r]*", "").getBytes(ISO_8859_1));
      all.write(("\r\nConnection: close" + END_OF_HEAD).getBytes(ISO_8859_1));
      body.writeTo(all);
      socket.getOutputStream().write(all.toByteArray());
      return closing(ByteString.readFrom(socket.getInputStream()));
    }
  }

  /** An answer that names another port; as long as before, since both have five digits. */
  static ByteString withPort(ByteString answer, int port, int other) {
    String text = answer.toString(ISO_8859_1);
    String changed = text.replace(PORT.formatted(port), PORT.formatted(other));
    if (changed.length() != text.length()) {
      throw new IllegalStateException("ports of different length: %d, %d".formatted(port, other));
    }
    return ByteString.copyFrom(changed, ISO_8859_1);
  }

  /** The answer, which says that no other comes on this connection. */
  private static ByteString closing(ByteString answer) {
    String text = answer.toString(ISO_8859_1);
    int end = text.indexOf("\r\n");
    return ByteString.copyFrom(
        text.substring(0, end) + "\r\nConnection: close" + text.substring(end), ISO_8859_1);
  }
}
