package io.rdsrestore.workflows.swap;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Which of the two has the place. */
public enum SwapState {
  /** The tables of before have it, the restored ones stand beside. */
  @JsonProperty("beside")
  BESIDE,
  /** The restored tables have it. */
  @JsonProperty("swapped")
  SWAPPED,
  /** Neither: somebody else has moved tables. */
  @JsonProperty("unclear")
  UNCLEAR;

  /** Of all of them; one statement moves all or none, so a mixture is somebody else's doing. */
  public static SwapState of(List<SwapState> tables) {
    List<SwapState> different = tables.stream().distinct().toList();
    return different.size() == 1 ? different.get(0) : UNCLEAR;
  }
}
