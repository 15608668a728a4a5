package io.rdsrestore.activities.notify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** The kinds of receivers: the one place that knows which there are. */
public enum ChannelKind {
  @JsonProperty("webhook")
  WEBHOOK("webhook", SecretUse.REQUIRED, false, 0),
  @JsonProperty("dingtalk")
  DINGTALK("dingtalk", SecretUse.OPTIONAL, true, 20),
  @JsonProperty("slack")
  SLACK("slack", SecretUse.NONE, true, 60),
  @JsonProperty("feishu")
  FEISHU("feishu", SecretUse.OPTIONAL, true, 100),
  @JsonProperty("wecom")
  WECOM("wecom", SecretUse.NONE, true, 20);

  /** Whether messages are signed. */
  public enum SecretUse {
    NONE,
    OPTIONAL,
    REQUIRED
  }

  private final String word;
  private final SecretUse secretUse;
  private final boolean mentions;
  private final int perMinute;

  /**
   * @param perMinute how many messages it takes a minute; 0: any number
   */
  ChannelKind(String word, SecretUse secretUse, boolean mentions, int perMinute) {
    this.word = word;
    this.secretUse = secretUse;
    this.mentions = mentions;
    this.perMinute = perMinute;
  }

  MessageFormat format() {
    return switch (this) {
      case WEBHOOK -> new WebhookFormat();
      case DINGTALK -> new DingTalkFormat();
      case SLACK -> new SlackFormat();
      case FEISHU -> new FeishuFormat();
      case WECOM -> new WeComFormat();
    };
  }

  /** Whether its messages are signed. */
  public SecretUse secretUse() {
    return secretUse;
  }

  /** Whether it can call people by name. */
  public boolean mentions() {
    return mentions;
  }

  /** How many messages a minute it takes; empty: any number. */
  Optional<Integer> perMinute() {
    return perMinute == 0 ? Optional.empty() : Optional.of(perMinute);
  }

  /** As it stands in the configuration. */
  public String word() {
    return word;
  }
}
