package io.rdsrestore.activities.database;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody on the way between a worker and a server, who keeps what the worker sends. */
final class SomebodyBetween implements AutoCloseable {
  private static final int HEAD_BYTES = 4;
  private static final int CLIENT_SSL_HIGH_BYTE = 0x08;

  private final ServerSocket listener;
  private final InetSocketAddress server;
  private final boolean takesTlsOut;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  /**
   * @param host where he listens
   * @param takesTlsOut whether he changes the server's greeting, so that it offers no TLS
   */
  SomebodyBetween(String host, InetSocketAddress server, boolean takesTlsOut) throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getByName(host));
    this.server = server;
    this.takesTlsOut = takesTlsOut;
    start(this::serve);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** What he could read. */
  synchronized String heard() {
    return sent.toString(StandardCharsets.ISO_8859_1);
  }

  private synchronized void hear(byte[] bytes, int length) {
    sent.write(bytes, 0, length);
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket worker = listener.accept();
        Socket behind = new Socket(server.getHostString(), server.getPort());
        start(() -> pass(worker, behind, true));
        start(() -> pass(behind, worker, false));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket from, Socket to, boolean listens) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      if (!listens && takesTlsOut) {
        out.write(withoutTls(new DataInputStream(in)));
      }
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (listens) {
          hear(buffer, read);
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException ended) {
      return;
    }
  }

  /** Head, protocol, version up to 0, thread, 8 bytes of salt, 0, then the capabilities. */
  private static byte[] withoutTls(DataInputStream in) throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    in.readFully(head);
    byte[] body = new byte[(head[0] & 0xff) | (head[1] & 0xff) << 8];
    in.readFully(body);
    int at = 1;
    while (body[at] != 0) {
      at++;
    }
    at += 1 + 4 + 8 + 1 + 1;
    body[at] = (byte) (body[at] & ~CLIENT_SSL_HIGH_BYTE);
    byte[] greeting = new byte[head.length + body.length];
    System.arraycopy(head, 0, greeting, 0, head.length);
    System.arraycopy(body, 0, greeting, head.length, body.length);
    return greeting;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "somebody-between");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
