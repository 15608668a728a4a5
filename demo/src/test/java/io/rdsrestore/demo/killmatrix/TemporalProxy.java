package io.rdsrestore.demo.killmatrix;

import com.google.common.io.ByteStreams;
import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.HandlerRegistry;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stands between one worker and Temporal: passes every call on as bytes, and can be told to keep
 * one from the server.
 */
final class TemporalProxy implements AutoCloseable {
  /** Looks at what goes by. */
  interface Tap {
    /**
     * Before a call of the worker is passed on.
     *
     * @return false to keep it: the worker gets no answer
     */
    boolean passes(String method, byte[] request);

    /** After the server has answered, before the worker gets it. */
    void answered(String method, byte[] request, byte[] response);
  }

  private static final int LARGEST_MESSAGE = 64 << 20;
  private static final Context.Key<Metadata> HEADERS = Context.key("headers");
  private static final MethodDescriptor.Marshaller<byte[]> BYTES =
      new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
          return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
          try {
            return ByteStreams.toByteArray(stream);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };

  private final Server server;
  private volatile ManagedChannel upstream;
  private volatile Tap tap;

  TemporalProxy(String address) {
    connectTo(address);
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .maxInboundMessageSize(LARGEST_MESSAGE)
              .permitKeepAliveWithoutCalls(true)
              .permitKeepAliveTime(1, TimeUnit.SECONDS)
              .fallbackHandlerRegistry(new Everything())
              .intercept(new KeepHeaders())
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where calls go from now on: the server may have come back at another port. */
  void connectTo(String address) {
    ManagedChannel before = upstream;
    upstream =
        Grpc.newChannelBuilder(address, InsecureChannelCredentials.create())
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .build();
    if (before != null) {
      before.shutdownNow();
    }
  }

  String address() {
    return "127.0.0.1:" + server.getPort();
  }

  void tap(Tap value) {
    tap = value;
  }

  @Override
  public void close() {
    server.shutdownNow();
    upstream.shutdownNow();
  }

  /** Every method of every service. */
  private final class Everything extends HandlerRegistry {
    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String name, String authority) {
      MethodDescriptor<byte[], byte[]> method =
          MethodDescriptor.<byte[], byte[]>newBuilder()
              .setType(MethodType.UNARY)
              .setFullMethodName(name)
              .setRequestMarshaller(BYTES)
              .setResponseMarshaller(BYTES)
              .build();
      return ServerMethodDefinition.create(
          method, ServerCalls.asyncUnaryCall((request, answer) -> pass(method, request, answer)));
    }
  }

  private void pass(
      MethodDescriptor<byte[], byte[]> method, byte[] request, StreamObserver<byte[]> answer) {
    String name = method.getBareMethodName();
    Tap now = tap;
    if (now != null && !now.passes(name, request)) {
      return;
    }
    ClientCalls.asyncUnaryCall(
        io.grpc.ClientInterceptors.intercept(
                upstream, MetadataUtils.newAttachHeadersInterceptor(HEADERS.get()))
            .newCall(method, CallOptions.DEFAULT),
        request,
        new Relay(answer, response -> tell(now, name, request, response)));
  }

  private static void tell(Tap tap, String method, byte[] request, byte[] response) {
    if (tap != null) {
      tap.answered(method, request, response);
    }
  }

  /** Hands the server's answer to the worker. */
  private record Relay(StreamObserver<byte[]> to, Consumer<byte[]> seen)
      implements StreamObserver<byte[]> {
    @Override
    public void onNext(byte[] value) {
      seen.accept(value);
      to.onNext(value);
    }

    @Override
    public void onError(Throwable error) {
      to.onError(error);
    }

    @Override
    public void onCompleted() {
      to.onCompleted();
    }
  }

  /** What the SDK says about itself goes along. */
  private static final class KeepHeaders implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      Metadata kept = new Metadata();
      for (String name : headers.keys()) {
        if (name.startsWith("client-") || name.startsWith("temporal-") || name.startsWith("supp")) {
          Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
          kept.put(key, headers.get(key));
        }
      }
      return Contexts.interceptCall(
          Context.current().withValue(HEADERS, kept), call, headers, next);
    }
  }
}
