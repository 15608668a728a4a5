package io.rdsrestore.activities.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A connection as a worker leaves it that dies: after so many statements it is closed, which rolls
 * back what is not committed. It dies before a statement is sent, or after the server has done it.
 * Statements that only read count for nothing: they leave nothing behind.
 */
final class FailingConnection {
  private final Connection real;
  private final AtomicInteger left;
  private final boolean afterwards;

  private FailingConnection(Connection real, int statements, boolean afterwards) {
    this.real = real;
    this.left = new AtomicInteger(statements);
    this.afterwards = afterwards;
  }

  static Connection after(int statements, boolean afterwards, Connection real) {
    FailingConnection failing = new FailingConnection(real, statements, afterwards);
    return failing.proxy(Connection.class, real);
  }

  private <T> T proxy(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              boolean dies = writes(method, arguments) && left.decrementAndGet() < 0;
              if (dies && !afterwards) {
                throw died();
              }
              Object result;
              try {
                result = method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (dies) {
                throw died();
              }
              return switch (method.getName()) {
                case "createStatement" -> proxy(Statement.class, (Statement) result);
                case "prepareStatement" ->
                    proxy(PreparedStatement.class, (PreparedStatement) result);
                default -> result;
              };
            }));
  }

  private static boolean writes(Method method, Object[] arguments) {
    return method.getName().startsWith("execute")
        && arguments != null
        && Pattern.matches(
            "(?s)(START|COMMIT|CREATE|DROP|ALTER|RENAME|INSERT|UPDATE|DELETE).*",
            (String) arguments[0]);
  }

  private SQLException died() throws SQLException {
    real.abort(Runnable::run);
    return new SQLException("the worker has died", "08000");
  }
}
