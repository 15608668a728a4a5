package io.rdsrestore.activities.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of one's own and a server's certificate of it, made by the JDK's keytool. */
public final class Certificates {
  private static final String PASSWORD = "for-this-test-only";

  private final Path folder;

  private Certificates(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes them.
   *
   * @param folder an empty one
   * @param name of the authority
   * @param host the server's, an IP address
   */
  public static Certificates make(Path folder, String name, String host) throws Exception {
    Certificates made = new Certificates(folder);
    made.keytool(
        "-genkeypair", "-alias", "ca", "-dname", "CN=" + name, "-ext", "bc:c", "-keyalg", "RSA");
    made.keytool("-genkeypair", "-alias", "server", "-dname", "CN=" + host, "-keyalg", "RSA");
    made.keytool("-certreq", "-alias", "server", "-file", made.file("server.csr"));
    made.keytool(
        "-gencert",
        "-alias",
        "ca",
        "-ext",
        "san=ip:" + host,
        "-infile",
        made.file("server.csr"),
        "-outfile",
        made.file("server.pem"),
        "-rfc");
    made.keytool("-exportcert", "-alias", "ca", "-rfc", "-file", made.file("ca.pem"));
    made.writeKey();
    return made;
  }

  public Path ca() {
    return folder.resolve("ca.pem");
  }

  /** For a server of one's own. */
  public SSLContext server() throws Exception {
    char[] password = PASSWORD.toCharArray();
    KeyStore made = store();
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        "server",
        made.getKey("server", password),
        password,
        new Certificate[] {certificate("server.pem"), certificate("ca.pem")});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private Certificate certificate(String name) throws Exception {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  /** For the command line of a MariaDB. */
  List<String> serverOptions() {
    return List.of(
        "--ssl=ON", "--ssl-cert=" + file("server.pem"), "--ssl-key=" + file("server.key"));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void writeKey() throws Exception {
    Key key = store().getKey("server", PASSWORD.toCharArray());
    Files.writeString(
        folder.resolve("server.key"),
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(key.getEncoded())));
  }

  private KeyStore store() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("store.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-keystore", file("store.p12"), "-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool: " + said);
    }
  }
}
