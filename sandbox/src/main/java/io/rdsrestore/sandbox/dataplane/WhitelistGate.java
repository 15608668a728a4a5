package io.rdsrestore.sandbox.dataplane;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The port of an instance that clients see: it lets in who is on the whitelist and passes every
 * byte on. As in RDS, a changed whitelist is for new connections; those that exist stay.
 */
final class WhitelistGate implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final ServerSocket listener;
  private final InetSocketAddress server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile List<AddressBlock> whitelist = List.of();

  private WhitelistGate(ServerSocket listener, InetSocketAddress server) {
    this.listener = listener;
    this.server = server;
  }

  /** Opens a gate that lets nobody in yet, on a free port of 127.0.0.1. */
  static WhitelistGate open(String instanceId, int serverPort) throws IOException {
    InetAddress local = DatabaseServer.address();
    WhitelistGate gate =
        new WhitelistGate(new ServerSocket(0, 50, local), new InetSocketAddress(local, serverPort));
    daemon("gate of " + instanceId, gate::accept);
    return gate;
  }

  int port() {
    return listener.getLocalPort();
  }

  void letIn(List<AddressBlock> blocks) {
    whitelist = List.copyOf(blocks);
  }

  @Override
  public void close() {
    closeQuietly(listener);
    open.forEach(WhitelistGate::closeQuietly);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        daemon("gate for " + client.getRemoteSocketAddress(), () -> serve(client));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new DataPlaneException("The gate does not listen any more.", e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket behind = new Socket()) {
      if (whitelist.stream().noneMatch(block -> block.contains(client.getInetAddress()))) {
        refuse(client);
        return;
      }
      open.add(client);
      open.add(behind);
      client.setTcpNoDelay(true);
      behind.setTcpNoDelay(true);
      behind.connect(server);
      daemon("gate back to " + client.getRemoteSocketAddress(), () -> pump(behind, client));
      pump(client, behind);
    } catch (IOException e) {
      closeQuietly(client); // the server is gone, the client learns it from its own socket
    } finally {
      open.remove(client);
    }
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      closeQuietly(to); // one side has hung up
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  /** MySQL's own answer to a host that may not connect, error 1130, in place of the greeting. */
  private static void refuse(Socket client) throws IOException {
    byte[] message =
        ("Host '"
                + client.getInetAddress().getHostAddress()
                + "' is not allowed to connect to this MySQL server")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] packet = new byte[4 + 3 + message.length];
    packet[0] = (byte) (3 + message.length);
    packet[4] = (byte) 0xff;
    packet[5] = (byte) (1130 & 0xff);
    packet[6] = (byte) (1130 >> 8);
    System.arraycopy(message, 0, packet, 7, message.length);
    client.getOutputStream().write(packet);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It was broken already: closed it is.
    }
  }
}
