package vn.phanluong;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.phanluong.runtime.Sessions;

/**
 * Hands tests the one session of the run: opened by the first test that asks for it, closed after
 * the last, never stopped by a test.
 */
public final class SparkExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return session(context);
  }

  /** The session, for other extensions. */
  static SparkSession session(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SparkExtension.class))
        .getOrComputeIfAbsent("session", key -> new Shared(open()), Shared.class)
        .session();
  }

  private static SparkSession open() {
    SparkSession session =
        Sessions.configured(SparkSession.builder())
            .appName("tests")
            .master("local[2]")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.ui.showConsoleProgress", "false")
            // What the screen nobody opens would show of thousands of queries fills the heap.
            .config("spark.ui.retainedJobs", "10")
            .config("spark.ui.retainedStages", "10")
            .config("spark.ui.retainedTasks", "100")
            .config("spark.sql.ui.retainedExecutions", "2")
            // For a few rows a table, compiling and planning anew take longer than working.
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .getOrCreate();
    requireSetting(session, "spark.sql.ansi.enabled", "true");
    requireSetting(session, "spark.sql.session.timeZone", "UTC");
    return session;
  }

  /**
   * Results rest on these: without ANSI a wrong cast is null, in another zone a day is the next.
   */
  private static void requireSetting(SparkSession session, String key, String value) {
    String actual = session.conf().get(key);
    if (!actual.equals(value)) {
      throw new IllegalStateException("Tests need %s=%s, it is %s".formatted(key, value, actual));
    }
  }

  /** Runs work as commands run it: code is generated for each query, plans change on the way. */
  static void asCommandsDo(SparkSession session, Runnable work) {
    String factory = session.conf().get("spark.sql.codegen.factoryMode");
    session.conf().set("spark.sql.adaptive.enabled", "true");
    session.conf().set("spark.sql.codegen.wholeStage", "true");
    session.conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
    try {
      work.run();
    } finally {
      session.conf().set("spark.sql.adaptive.enabled", "false");
      session.conf().set("spark.sql.codegen.wholeStage", "false");
      session.conf().set("spark.sql.codegen.factoryMode", factory);
    }
  }

  private record Shared(SparkSession session) implements AutoCloseable {
    @Override
    public void close() {
      session.stop();
    }
  }
}
