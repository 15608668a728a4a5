package io.rdsrestore.workflows.docs;

import org.junit.jupiter.api.Test;

class RemediesPageTest {
  @Test
  void thePageIsWhatTheCatalogueSays() {
    GeneratedDocs.assertPage("remedies.md", RemediesPage.write(), RemediesPageTest.class);
  }
}
