package io.rdsrestore.worker.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rdsrestore.activities.notify.ChannelKind;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.activities.secret.SecretResolver;
import io.rdsrestore.worker.Project;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.notify.NotifyFacts;
import io.rdsrestore.workflows.notify.Severity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyFileTest {
  private static final String CANARY = "https://hooks.example.com/canary";

  @TempDir private Path folder;

  private NotifySettings read(String json) throws IOException {
    return read(json, reference -> CANARY);
  }

  private NotifySettings read(String json, SecretResolver secrets) throws IOException {
    return NotifyFile.read(Files.writeString(folder.resolve("notify.json"), json), secrets);
  }

  private String refused(String json) {
    return refused(json, reference -> CANARY);
  }

  private String refused(String json, SecretResolver secrets) {
    String said = catchThrowableOfType(UserError.class, () -> read(json, secrets)).getMessage();
    assertThat(said).doesNotContain("canary");
    return said;
  }

  @Test
  void aChannelHasItsOwnLanguage() throws IOException {
    String file =
        """
        {"channels": {"ops": {"kind": "slack", "url": "env:URL"},
            "dba": {"kind": "slack", "url": "env:URL", "language": "%s"}},
         "routes": {"waiting": ["ops", "dba"]}}
        """;
    NotifySettings settings = read(file.formatted("zh"));

    assertThat(settings.channels().get("ops").language()).isNull();
    assertThat(settings.channels().get("dba").language()).isEqualTo(Language.ZH);
    assertThat(refused(file.formatted("fr"))).contains("channels.dba.language");
  }

  @Test
  void theExampleOfTheDocsIsRead() throws IOException {
    String example = Files.readString(Project.folder().resolve("docs/examples/notify.json"));
    NotifySettings settings = read(example);

    assertThat(settings.channels().get("dba").kind()).isEqualTo(ChannelKind.DINGTALK);
    assertThat(settings.channels().get("dba").mentions()).containsExactly("13800000000");
    assertThat(settings.routes().of(Severity.WAITING, true)).containsExactly("ops", "dba", "pager");
    assertThat(settings.webUi()).isEqualTo(URI.create("https://temporal.example.com"));
    assertThat(settings.facts())
        .isEqualTo(
            new NotifyFacts(
                List.of(Severity.values()), Duration.ofMinutes(30), Duration.ofHours(2)));
    assertThat(Files.readString(Project.folder().resolve("docs/notifications.md")))
        .contains("```json\n" + example + "```");
  }

  @Test
  void whoIsWaitedForIsAlsoToldWhatIsUrgent() throws IOException {
    NotifySettings settings =
        read(
            """
            {"channels": {"ops": {"kind": "slack", "url": "env:URL"}}, "routes": {"waiting": ["ops"]}}
            """);
    assertThat(settings.routes().of(Severity.URGENT, false)).containsExactly("ops");
    assertThat(settings.routes().of(Severity.INFO, false)).isEmpty();
    assertThat(settings.escalateAfter()).isNull();
  }

  @Test
  void allProblemsAreToldInOneAnswer() {
    assertThat(
            refused(
                """
                {"channels": {
                   "a": {"kind": "pigeon", "url": "https://hooks.example.com/canary"},
                   "b": {"kind": "webhook", "url": "env:URL"},
                   "c": {"kind": "slack", "url": "env:URL", "secret": "env:S", "mention": ["<x>"]},
                   "d": {"kind": "dingtalk", "uri": "env:URL"}},
                 "routes": {"waiting": ["e"], "info": []},
                 "escalation": {"after": "soon"},
                 "warnBefore": "PT1S",
                 "webUi": "temporal.example.com",
                 "more": 1}
                """))
        .contains(" problems:")
        .contains("channels.a.kind: is \"pigeon\"")
        .contains("channels.a.url: must say where it is, env:NAME or file:/absolute/path")
        .contains("channels.b.secret: is missing: messages of kind webhook are signed")
        .contains("channels.c.secret: messages of kind slack are not signed")
        .contains("channels.c.mention[0]: must be an id")
        .contains("channels.d.url: is missing")
        .contains("channels.d.uri: is not supported")
        .contains("routes.waiting[0]: there is no such channel; there are a, b, c, d")
        .contains("routes.info: is empty")
        .contains("escalation.after: must be a time from PT1M to P30D")
        .contains("escalation.to: is missing")
        .contains("warnBefore: must be a time")
        .contains("webUi: must be where Temporal's Web UI is")
        .contains("more: is not supported");
  }

  @Test
  void whatIsNoJsonIsNotQuoted() {
    assertThat(refused("{\"channels\": canary}")).contains("it is not JSON");
    assertThat(refused("{\"a\": 1, \"a\": 2}")).contains("a field twice");
  }

  @Test
  void whatReferencesFindIsLookedAtAndNotQuoted() {
    String json =
        """
        {"channels": {"ops": {"kind": "slack", "url": "env:URL"}}, "routes": {"waiting": ["ops"]}}
        """;
    assertThat(refused(json, reference -> "http://hooks.example.com/canary"))
        .contains("channels.ops: what is at env:URL must begin with https://");
    assertThat(refused(json, reference -> "can ary")).contains("is no URL");
    assertThat(refused(json, reference -> "https://me:canary@hooks.example.com/"))
        .contains("without a login");
  }
}
