package io.rdsrestore.activities.sqlserver;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * As much of a SQL Server as a driver needs to connect, log in and be answered: the protocol TDS
 * 7.4 (MS-TDS) with its login, TLS and rows of text. It knows no SQL: what it answers it was told.
 */
final class TdsServer implements Closeable {
  private static final Charset UTF_16 = StandardCharsets.UTF_16LE;
  private static final int HEADER = 8;
  private static final int PRELOGIN = 0x12;
  private static final int LOGIN = 0x10;
  private static final int REPLY = 0x04;
  private static final int RPC = 0x03;
  private static final int ATTENTION = 0x06;
  private static final int NO_TLS = 2;
  private static final int TLS = 1;
  private static final int LOGIN_FAILED = 18456;

  /** SQL_Latin1_General_CP1_CI_AS. */
  private static final byte[] COLLATION = {0x09, 0x04, (byte) 0xD0, 0x00, 0x34};

  private final ServerSocket listener;
  private final SSLContext tls;
  private final String user;
  private final String password;
  private final Map<String, List<List<String>>> answers = new ConcurrentHashMap<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** Addresses that have connected. */
  final List<InetAddress> callers = new CopyOnWriteArrayList<>();

  /** Whether each login came over TLS. */
  final List<Boolean> protectedLogins = new CopyOnWriteArrayList<>();

  /**
   * Starts one on a free port of loopback.
   *
   * @param tls null: it has none
   */
  TdsServer(SSLContext tls, String user, String password) throws IOException {
    this.tls = tls;
    this.user = user;
    this.password = password;
    listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    start("tds", this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** What it says to a statement, with whatever parameters. */
  TdsServer answer(String statement, List<List<String>> rows) {
    answers.put(named(statement), rows);
    return this;
  }

  /** As the driver names the marks of parameters. */
  private static String named(String statement) {
    StringBuilder named = new StringBuilder();
    int number = 0;
    for (int i = 0; i < statement.length(); i++) {
      char letter = statement.charAt(i);
      named.append(letter == '?' ? "@P" + number++ : String.valueOf(letter));
    }
    return named.toString();
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        callers.add(socket.getInetAddress());
        start("tds session", () -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Session session = new Session(socket);
      session.prelogin();
      session.login();
      while (session.answerOne()) {
        // The client ends it.
      }
    } catch (IOException e) {
      // The client has gone, which some tests are about.
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection. */
  private final class Session {
    private final Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean isProtected;

    Session(Socket socket) throws IOException {
      this.socket = socket;
      in = socket.getInputStream();
      out = socket.getOutputStream();
    }

    void prelogin() throws IOException {
      expect(PRELOGIN);
      int encryption = tls == null ? NO_TLS : TLS;
      // Version 13.0.5026 (2016), and what is encrypted.
      byte[] answer = {
        0,
        0,
        11,
        0,
        6,
        1,
        0,
        17,
        0,
        1,
        (byte) 0xFF,
        13,
        0,
        0x13,
        (byte) 0xA2,
        0,
        0,
        (byte) encryption
      };
      write(out, REPLY, answer);
      if (tls != null) {
        handshake();
      }
    }

    private Message expect(int type) throws IOException {
      Message message = read(in);
      if (message == null || message.type() != type) {
        throw new IOException("a message of type " + type + " was expected");
      }
      return message;
    }

    /** Its records are in packets, all later ones are not. */
    private void handshake() throws IOException {
      PacketSocket packets = new PacketSocket(socket);
      SSLSocket secured =
          (SSLSocket) tls.getSocketFactory().createSocket(packets, "127.0.0.1", port(), true);
      secured.setUseClientMode(false);
      secured.setEnabledProtocols(new String[] {"TLSv1.2"});
      secured.startHandshake();
      packets.endHandshake();
      in = secured.getInputStream();
      out = secured.getOutputStream();
      isProtected = true;
    }

    void login() throws IOException {
      Message login = expect(LOGIN);
      protectedLogins.add(isProtected);
      String name = text(login.body(), 40);
      byte[] hidden = text(login.body(), 44).getBytes(UTF_16);
      for (int i = 0; i < hidden.length; i++) {
        int clear = (hidden[i] & 0xFF) ^ 0xA5;
        hidden[i] = (byte) ((clear >> 4) | (clear << 4));
      }
      if (!name.equals(user) || !new String(hidden, UTF_16).equals(password)) {
        write(out, REPLY, error(LOGIN_FAILED, "Login failed for user '" + name + "'."));
        throw new IOException("refused");
      }
      Tokens answer = new Tokens();
      answer.bytes(0xE3).shorts(8).bytes(7, 5).raw(COLLATION).bytes(0);
      Tokens ack = new Tokens();
      ack.bytes(1, 0x74, 0, 0, 4).name("Microsoft SQL Server").bytes(13, 0, 0x13, 0xA2);
      answer.bytes(0xAD).shorts(ack.size()).raw(ack.done());
      write(out, REPLY, answer.bytes(0xFD).raw(new byte[12]).done());
    }

    private static String text(byte[] login, int at) {
      ByteBuffer fields = ByteBuffer.wrap(login).order(ByteOrder.LITTLE_ENDIAN);
      return new String(login, fields.getShort(at), fields.getShort(at + 2) * 2, UTF_16);
    }

    /** Whether there was something to be answered. */
    boolean answerOne() throws IOException {
      Message asked = read(in);
      if (asked == null) {
        return false;
      }
      String said = new String(asked.body(), UTF_16);
      String shifted = new String(asked.body(), 1, Math.max(0, asked.body().length - 1), UTF_16);
      List<List<String>> rows =
          answers.entrySet().stream()
              .filter(each -> said.contains(each.getKey()) || shifted.contains(each.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
      Tokens answer = new Tokens();
      if (rows != null) {
        rows(answer, rows);
      }
      if (asked.type() == RPC) {
        answer.bytes(0xFF).shorts(rows == null ? 1 : 0x11).raw(new byte[10]);
        answer.bytes(0x79).raw(new byte[4]).bytes(0xFE).raw(new byte[12]);
      } else {
        answer.bytes(0xFD).shorts(asked.type() == ATTENTION ? 0x20 : 0).raw(new byte[10]);
      }
      write(out, REPLY, answer.done());
      return true;
    }

    private void rows(Tokens answer, List<List<String>> rows) {
      int columns = rows.isEmpty() ? 1 : rows.get(0).size();
      answer.bytes(0x81).shorts(columns);
      for (int i = 0; i < columns; i++) {
        answer.raw(new byte[4]).shorts(1).bytes(0xE7).shorts(8_000).raw(COLLATION).name("c" + i);
      }
      for (List<String> row : rows) {
        answer.bytes(0xD1);
        for (String value : row) {
          if (value == null) {
            answer.shorts(0xFFFF);
          } else {
            byte[] letters = value.getBytes(UTF_16);
            answer.shorts(letters.length).raw(letters);
          }
        }
      }
    }

    private byte[] error(int number, String message) {
      Tokens body = new Tokens();
      body.raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
      body.bytes(1, 14).shorts(message.length()).raw(message.getBytes(UTF_16));
      body.name("tds").name("").raw(new byte[] {1, 0, 0, 0});
      Tokens error = new Tokens();
      error.bytes(0xAA).shorts(body.size()).raw(body.done());
      return error.bytes(0xFD).shorts(2).raw(new byte[10]).done();
    }
  }

  private static final class Message {
    private final int type;
    private final byte[] body;

    Message(int type, byte[] body) {
      this.type = type;
      this.body = body;
    }

    int type() {
      return type;
    }

    byte[] body() {
      return body;
    }
  }

  /** All packets of a message; null if there is no other. */
  private static Message read(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      byte[] header = in.readNBytes(HEADER);
      if (header.length < HEADER) {
        return null;
      }
      int length = ByteBuffer.wrap(header).getShort(2) & 0xFFFF;
      body.write(in.readNBytes(length - HEADER));
      if ((header[1] & 1) != 0) {
        return new Message(header[0], body.toByteArray());
      }
    }
  }

  private static void write(OutputStream out, int type, byte[] body) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(HEADER + body.length);
    packet.put((byte) type).put((byte) 1).putShort((short) (HEADER + body.length));
    out.write(packet.putInt(1 << 8).put(body).array());
    out.flush();
  }

  /** A stream of tokens; numbers are little-endian. */
  private static final class Tokens {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Tokens bytes(int... values) {
      Arrays.stream(values).forEach(out::write);
      return this;
    }

    Tokens shorts(int value) {
      return bytes(value & 0xFF, value >> 8 & 0xFF);
    }

    Tokens raw(byte[] values) {
      out.writeBytes(values);
      return this;
    }

    Tokens name(String text) {
      return bytes(text.length()).raw(text.getBytes(UTF_16));
    }

    int size() {
      return out.size();
    }

    byte[] done() {
      return out.toByteArray();
    }
  }

  /** What TLS takes for its socket: each flight of the handshake is a message. */
  private static final class PacketSocket extends Socket {
    private final Socket socket;
    private final ByteArrayOutputStream flight = new ByteArrayOutputStream();
    private volatile boolean handshaking = true;

    PacketSocket(Socket socket) {
      super();
      this.socket = socket;
    }

    void endHandshake() throws IOException {
      send();
      handshaking = false;
    }

    private void send() throws IOException {
      if (flight.size() > 0) {
        TdsServer.write(socket.getOutputStream(), PRELOGIN, flight.toByteArray());
        flight.reset();
      }
    }

    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public InetAddress getInetAddress() {
      return socket.getInetAddress();
    }

    @Override
    public int getPort() {
      return socket.getPort();
    }

    @Override
    public synchronized void close() throws IOException {
      socket.close();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      InputStream raw = socket.getInputStream();
      return new InputStream() {
        private InputStream packet = new ByteArrayInputStream(new byte[0]);

        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
          if (packet.available() == 0) {
            if (!handshaking) {
              return raw.read(into, from, most);
            }
            send();
            Message message = TdsServer.read(raw);
            if (message == null) {
              return -1;
            }
            packet = new ByteArrayInputStream(message.body());
          }
          return packet.read(into, from, most);
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      OutputStream raw = socket.getOutputStream();
      return new OutputStream() {
        @Override
        public void write(int value) throws IOException {
          write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          if (handshaking) {
            flight.write(bytes, from, length);
          } else {
            raw.write(bytes, from, length);
          }
        }
      };
    }
  }
}
