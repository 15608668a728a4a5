package io.rdsrestore.workflows.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasebookTest {
  private static final Phrasebook BOOK = Phrasebook.chinese();

  @Test
  void templatesAreSaidWithWhatFillsThem() {
    assertThat(BOOK.say("Waiting at precheck-1: The precheck failed: CHECK_SAME_OBJ"))
        .isEqualTo("在 precheck-1 等待：预检查失败：CHECK_SAME_OBJ");
    assertThat(
            BOOK.say(
                "Stopped: aborted by ana. Nothing was restored; 2 things are left to look at."))
        .isEqualTo("已停止：被 ana 中止。什么都没有恢复；遗留 2 项需要查看。");
  }

  @Test
  void namesCommandsAndSqlStayAsTheyAre() {
    for (String same :
        List.of(
            "./rds-restore approve rm-primary01 --gate approval-1",
            "RENAME TABLE `shop`.`the view` TO `shop`.`view_before`;",
            "rm-primary01",
            "2026-11-23T12:19:15Z",
            "shop.orders, shop.items")) {
      assertThat(BOOK.say(same)).isEqualTo(same);
    }
    assertThat(
            BOOK.say(
                "database view is on rm-primary01; its chosen tables are looked up in the clone"))
        .startsWith("数据库 view 在 rm-primary01 上");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USE `crm`; CREATE DEFINER=`app`@`%` SQL SECURITY DEFINER VIEW `crm`.`v` AS select 1, 2;",
        "SET sql_mode = 'ANSI'; CREATE DEFINER=`app`@`%` TRIGGER `shop`.`t` BEFORE INSERT ON `o` FOR EACH ROW SET NEW.a = 'the view: not compared, the table. And';",
        "CREATE DEFINER=`app`@`%` TRIGGER `shop`.`t` BEFORE INSERT ON `o` FOR EACH ROW\nset new.a = 'not compared; not verified',\n  new.b = 'the restore (which waits)';",
      })
  void sqlBehindAnythingStaysAsItIs(String sql) {
    assertThat(BOOK.say(sql)).isEqualTo(sql);
    for (String before :
        List.of(
            "view shop.v: ",
            "view shop.v is not there any more: the copy had it no more when it moved. Its SQL: ",
            "/* once it is home, as app@% or an account with SUPER */ ",
            "database view is on rm-primary01; its chosen tables are looked up in the clone: ")) {
      assertThat(BOOK.say(before + sql)).as(before).endsWith(sql);
    }
  }

  @Test
  void aCommentBeforeSqlIsSaidWhole() {
    assertThat(
            BOOK.say(
                "/* once it is home, as sandbox@% or an account with SUPER */ SET sql_mode = ''; CREATE TRIGGER `a`.`t` BEFORE INSERT ON `b` FOR EACH ROW SET NEW.c = 1;"))
        .isEqualTo(
            "/* 归位之后，以 sandbox@% 或具备 SUPER 的账号执行 */ SET sql_mode = ''; CREATE TRIGGER `a`.`t` BEFORE INSERT ON `b` FOR EACH ROW SET NEW.c = 1;");
  }

  @Test
  void whatIsNotKnownStaysAndIsNamed() {
    Translation said = BOOK.translate("the precheck has passed; all the zebras run");

    assertThat(said.text()).isEqualTo("预检查已通过；all the zebras run");
    assertThat(said.unknown()).containsExactly("all the zebras run");
  }

  @Test
  @Timeout(20)
  void hostileTextsTakeNoLongTime() {
    long begin = System.nanoTime();
    for (String hostile :
        List.of(
            "on the clone: ".repeat(2_000),
            "(".repeat(5_000) + " and ; , : . ".repeat(3_000),
            "{0} of {1} is ".repeat(500),
            "x".repeat(200_000))) {
      assertThat(BOOK.translate(hostile).text()).isNotEmpty();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void aBookWithAMistakeIsRefused() {
    assertThatThrownBy(() -> PhraseFile.read(List.of("a {0}", "    甲")))
        .hasMessageContaining("holes");
    assertThatThrownBy(() -> PhraseFile.read(List.of("a", "    甲", "a", "    乙")))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> PhraseFile.read(List.of("a"))).hasMessageContaining("no translation");
  }
}
