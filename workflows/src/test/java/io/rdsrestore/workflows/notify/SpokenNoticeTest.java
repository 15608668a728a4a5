package io.rdsrestore.workflows.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.language.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenNoticeTest {
  private static final Notice NOTICE =
      new Notice(
          "id-1",
          null,
          Severity.URGENT,
          false,
          Instant.EPOCH,
          null,
          "precheck-1",
          null,
          "rm-1: the restore waits for a decision at precheck-1",
          List.of("The precheck failed: CHECK_SAME_OBJ"),
          List.of(new NoticeCommand("remove it now:", "./rds-restore abort rm-1")),
          new NoticeLabels(
              "Commands (YOU is your name):",
              "Open the workflow in Temporal's Web UI",
              "There is more in the Web UI, and in ./rds-restore status"));

  @Test
  void isSaidInChineseWithTheSameCommands() {
    Notice said = SpokenNotice.of(NOTICE, Language.ZH);

    assertThat(said.id()).isEqualTo("id-1");
    assertThat(said.headline()).isEqualTo("rm-1：恢复在 precheck-1 等待决定");
    assertThat(said.lines()).containsExactly("预检查失败：CHECK_SAME_OBJ");
    assertThat(said.commands())
        .containsExactly(new NoticeCommand("现在删除：", "./rds-restore abort rm-1"));
    assertThat(said.labels().commands()).isEqualTo("命令（YOU 换成您的名字）：");
  }

  @Test
  void isTheSameInEnglish() {
    assertThat(SpokenNotice.of(NOTICE, Language.EN)).isSameAs(NOTICE);
  }
}
