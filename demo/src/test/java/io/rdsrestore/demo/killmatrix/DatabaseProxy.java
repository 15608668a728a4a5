package io.rdsrestore.demo.killmatrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rdsrestore.demo.World;
import io.rdsrestore.sandbox.dataplane.Address;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between one worker and the primary's database, reads every statement, and can be told to
 * keep one, or the answer to it. It understands so much of MySQL's protocol as that takes, without
 * TLS.
 */
final class DatabaseProxy implements AutoCloseable {
  /** What becomes of a statement. */
  enum Fate {
    PASSED,
    /** The server does not get it, and the connection ends. */
    DROPPED,
    /** The server gets it; the worker gets no answer, and the connection ends. */
    UNANSWERED
  }

  /** Told of what goes by. */
  interface Handler {
    Fate sent(String sql);

    /** The server has done the statement that is {@link Fate#UNANSWERED}. */
    void done();
  }

  private static final Logger log = LoggerFactory.getLogger(DatabaseProxy.class);
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int HEAD_BYTES = 4;
  private static final byte QUERY = 3;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(Threads.daemons("database"));
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ServerSocket listener;
  private volatile Address primary;
  private volatile Handler handler;

  /** Whether the server does not learn of it when the worker has gone. */
  private volatile boolean hostGone;

  DatabaseProxy() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Where connections go from now on, and who is told; what was left of earlier ones goes. */
  void begin(Address value, Handler told) {
    hostGone = false;
    open.forEach(DatabaseProxy::close);
    handler = told;
    primary = value;
  }

  /** From now on connections that the worker leaves stay open at the server. */
  void leaveOpen() {
    hostGone = true;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket worker = listener.accept();
        threads.execute(() -> serve(worker));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket worker) {
    Connection connection = new Connection(worker, new Socket());
    try {
      connection.run();
    } catch (IOException e) {
      // The worker, or the server, has gone meanwhile: that is what this is about.
      log.debug("a connection to the primary has ended", e);
    } finally {
      connection.end();
    }
  }

  /** One connection of the worker and the one that is behind it. */
  private final class Connection {
    private final Socket worker;
    private final Socket server;
    private volatile boolean unanswered;

    Connection(Socket worker, Socket server) {
      this.worker = worker;
      this.server = server;
    }

    void run() throws IOException {
      worker.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      open.add(worker);
      open.add(server);
      // The whitelist knows the worker by its address.
      server.bind(new InetSocketAddress(World.WORKER_ADDRESS, 0));
      server.connect(new InetSocketAddress(primary.host(), primary.port()));
      threads.execute(this::passAnswers);
      passStatements();
    }

    private void passStatements() throws IOException {
      DataInputStream in = new DataInputStream(worker.getInputStream());
      OutputStream out = server.getOutputStream();
      byte[] head = new byte[HEAD_BYTES];
      while (true) {
        in.readFully(head);
        byte[] body = new byte[(head[0] & 0xff) | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16];
        in.readFully(body);
        boolean statement = head[3] == 0 && body.length > 0 && body[0] == QUERY;
        Fate fate =
            statement
                ? handler.sent(new String(body, 1, body.length - 1, UTF_8).strip())
                : Fate.PASSED;
        if (fate == Fate.DROPPED) {
          return;
        }
        unanswered = fate == Fate.UNANSWERED;
        byte[] packet = new byte[head.length + body.length];
        System.arraycopy(head, 0, packet, 0, head.length);
        System.arraycopy(body, 0, packet, head.length, body.length);
        out.write(packet);
      }
    }

    private void passAnswers() {
      byte[] buffer = new byte[BUFFER_BYTES];
      try {
        InputStream in = server.getInputStream();
        OutputStream out = worker.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (unanswered) {
            handler.done();
            worker.setSoLinger(true, 0);
            return;
          }
          out.write(buffer, 0, read);
        }
      } catch (IOException e) {
        log.debug("answers have ended", e);
      } finally {
        end();
      }
    }

    void end() {
      close(worker);
      open.remove(worker);
      if (!hostGone) {
        close(server);
        open.remove(server);
      }
    }
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      log.debug("it was broken already", e);
    }
  }

  @Override
  public void close() {
    close(listener);
    open.forEach(DatabaseProxy::close);
    threads.shutdownNow();
  }
}
