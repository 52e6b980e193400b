package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.util.VersionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pinned twice is pinned alike, and what documents name is there. */
class VersionsTest {
  /** A path in backticks or in the target of a link; a word alone may be a command. */
  private static final Pattern NAMED =
      Pattern.compile("`([\\w.-]+/[\\w./-]*)`|\\]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");

  /** What only a build or a run makes. */
  private static final Pattern MADE =
      Pattern.compile("(\\./phanluong|build|warehouse|jobs/target|\\.venv|target)(/.*)?|\\.\\./.*");

  @Test
  void spark_is_the_same_version_for_java_and_for_python() {
    String python = first("(?m)^pyspark==(\\S+)", Checkout.text("requirements.lock"));
    assertThat(python).isEqualTo(pinned("spark.version"));
    assertThat(org.apache.spark.package$.MODULE$.SPARK_VERSION()).isEqualTo(python);
  }

  /** The runtime half comes with Spark alone; the other half is pinned here. */
  @Test
  void hadoop_is_the_one_spark_brings() throws ClassNotFoundException {
    String jar =
        Class.forName("org.apache.hadoop.shaded.com.google.common.collect.ImmutableList")
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath();
    assertThat(jar).endsWith("hadoop-client-runtime-%s.jar".formatted(pinned("hadoop.version")));
    assertThat(VersionInfo.getVersion()).isEqualTo(pinned("hadoop.version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "CONTRIBUTING.md"})
  void a_document_names_only_paths_that_exist(String document) {
    assumeTrue(Files.exists(Checkout.path(document)), document + " is not written yet");
    List<String> missing = new ArrayList<>();
    Matcher named = NAMED.matcher(Checkout.text(document));
    while (named.find()) {
      String path = named.group(1) == null ? named.group(2) : named.group(1);
      if (!MADE.matcher(path).matches() && !Files.exists(Checkout.path(path))) {
        missing.add(path);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static String pinned(String property) {
    return first("<%s>([^<]+)<".formatted(Pattern.quote(property)), Checkout.text("pom.xml"));
  }

  private static String first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
