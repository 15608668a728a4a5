package io.rdsrestore.demo.killmatrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands between one worker and the cloud, knows every call, and can be told to spoil one. */
final class CloudProxy implements AutoCloseable {
  /** What becomes of a call. */
  interface Handler {
    Reply handle(WireCall call) throws IOException;
  }

  /**
   * What the worker gets.
   *
   * @param bytes the whole answer; null: none
   * @param end what becomes of the connection
   */
  record Reply(ByteString bytes, End end) {
    static final Reply NOTHING = new Reply(null, End.CLOSED);
    static final Reply RESET = new Reply(null, End.RESET);

    /** Until the worker gives the call up. */
    static final Reply SILENCE = new Reply(null, End.LEFT_OPEN);

    static Reply of(ByteString answer) {
      return new Reply(answer, End.CLOSED);
    }

    static Reply of(int status, String type, String body) {
      int length = body.getBytes(UTF_8).length;
      String head =
          "HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(status, type, length);
      return of(ByteString.copyFromUtf8(head + body));
    }

    static Reply error(int status, String code) {
      return of(
          status,
          "application/json",
          "{\"RequestId\":\"kill-matrix\",\"Code\":\"%s\",\"Message\":\"Injected.\"}"
              .formatted(code));
    }
  }

  /** What becomes of a connection. */
  enum End {
    CLOSED,
    RESET,
    LEFT_OPEN
  }

  private static final Logger log = LoggerFactory.getLogger(CloudProxy.class);

  private final ExecutorService threads = Executors.newCachedThreadPool(Threads.daemons("cloud"));
  private final int port;
  private ServerSocket server;
  private volatile Handler handler;

  CloudProxy() {
    server = listen(0);
    port = server.getLocalPort();
    accept(server);
  }

  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  void handler(Handler value) {
    handler = value;
  }

  /** Nobody listens any more: the cloud has gone. */
  synchronized void stopListening() {
    closeServer();
  }

  /** The cloud is back, at the same address. */
  synchronized void listenAgain() {
    server = listen(port);
    accept(server);
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket listening) {
    threads.execute(
        () -> {
          while (!listening.isClosed()) {
            try {
              Socket connection = listening.accept();
              threads.execute(() -> serve(connection));
            } catch (IOException closed) {
              return;
            }
          }
        });
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      WireCall call = WireCall.read(connection.getInputStream());
      if (call == null) {
        return;
      }
      Reply reply = handler.handle(call);
      if (reply.bytes() != null) {
        reply.bytes().writeTo(connection.getOutputStream());
      }
      switch (reply.end()) {
        case CLOSED -> {}
        case RESET -> connection.setSoLinger(true, 0);
        case LEFT_OPEN -> awaitClose(connection);
      }
    } catch (IOException e) {
      // The worker, or the cloud, has gone meanwhile: that is what this is about.
      log.debug("a call has come to nothing", e);
    }
  }

  /** Until the other side has had enough. */
  private static void awaitClose(Socket connection) throws IOException {
    while (connection.getInputStream().read() >= 0) {
      log.debug("more of a call that is not answered");
    }
  }

  private synchronized void closeServer() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closeServer();
    threads.shutdownNow();
  }
}
