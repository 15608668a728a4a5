package io.rdsrestore.worker.temporal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.workflows.RestoreContract;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.List;
import java.util.Map;

/** The search attributes of a namespace (Temporal's operator service). */
public final class SearchAttributeRegistry {
  private final OperatorServiceStubs operator;
  private final String namespace;

  public SearchAttributeRegistry(WorkflowClient client) {
    WorkflowServiceStubs stubs = client.getWorkflowServiceStubs();
    WorkflowServiceStubsOptions options = stubs.getOptions();
    this.namespace = client.getOptions().getNamespace();
    // The same channel and credentials; the channel stays the client's to close.
    this.operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(stubs.getRawChannel())
                .setHeaders(options.getHeaders())
                .setGrpcMetadataProviders(options.getGrpcMetadataProviders())
                .setGrpcClientInterceptors(options.getGrpcClientInterceptors())
                .setRpcTimeout(options.getRpcTimeout())
                .validateAndBuildWithDefaults());
  }

  public String namespace() {
    return namespace;
  }

  /** Which of ours the namespace knows, and which not. */
  public SearchAttributeState read() {
    try {
      Map<String, IndexedValueType> known =
          operator
              .blockingStub()
              .listSearchAttributes(
                  ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
              .getCustomAttributesMap();
      return SearchAttributeState.of(known);
    } catch (StatusRuntimeException e) {
      if (isNotForUs(e)) {
        return SearchAttributeState.unreadable(e.getStatus().getCode().name());
      }
      throw e;
    }
  }

  /**
   * Creates one, of type Keyword.
   *
   * @return false if it was there already
   */
  public boolean create(String name) {
    try {
      operator
          .blockingStub()
          .addSearchAttributes(
              AddSearchAttributesRequest.newBuilder()
                  .setNamespace(namespace)
                  .putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                  .build());
      return true;
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.ALREADY_EXISTS) {
        return false;
      }
      throw e;
    }
  }

  /** The names of ours, in the order they are told to people. */
  public static List<String> names() {
    return RestoreContract.SEARCH_ATTRIBUTES.stream().map(SearchAttributeKey::getName).toList();
  }

  /** Whether a server answers this where one may not look, or it has no such service. */
  public static boolean isNotForUs(StatusRuntimeException e) {
    return switch (e.getStatus().getCode()) {
      case UNIMPLEMENTED, PERMISSION_DENIED, UNAUTHENTICATED -> true;
      default -> false;
    };
  }
}
