package vn.phanluong;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Builders;
import vn.phanluong.runtime.TableBuilder;

/** Who may know whom. A stage meets another through tables only. */
class ArchitectureTest {
  private static final String ROOT = "vn.phanluong.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(Contracts.class.getProtectionDomain().getCodeSource().getLocation());

  /** What provinces and schools are about; the machinery below must do without. */
  private static final Set<String> DOMAIN =
      Set.of(
          "candidate",
          "cohort",
          "council",
          "destination",
          "district",
          "education",
          "exam",
          "graduate",
          "indicator",
          "pathway",
          "province",
          "pupil",
          "region",
          "school",
          "score",
          "subject",
          "tally");

  @ParameterizedTest
  @CsvSource({
    "definition, ''",
    "text, ''",
    "region, definition text",
    "statistics, ''",
    "reading, definition region text",
    "marking, definition reading region text",
    "runtime, definition",
    "raw, definition runtime reading region vault",
    "vault, definition runtime",
    "linking, definition runtime region text vault ops",
    "clean, definition runtime reading region",
    "star, definition runtime region text",
    "indicator, definition runtime statistics",
    "published, definition runtime",
    "ops, definition runtime",
    "synthetic, definition",
    "synthetic.country, definition region text synthetic",
    "synthetic.life, synthetic synthetic.country",
    "synthetic.truth, definition synthetic synthetic.country synthetic.life",
    "synthetic.delivery, definition region text synthetic",
    "synthetic.report, definition region synthetic synthetic.country synthetic.life"
        + " synthetic.truth synthetic.delivery",
    "synthetic.ministry, definition synthetic synthetic.country synthetic.life synthetic.truth"
        + " synthetic.delivery synthetic.report",
    "cli, definition runtime region reading marking raw vault linking indicator ops synthetic"
        + " synthetic.ministry"
  })
  void a_package_imports_no_package_but(String name, String others) {
    Set<String> allowed =
        Stream.concat(Stream.of(name), Stream.of(others.split(" ", -1)).filter(it -> !it.isEmpty()))
            .map(it -> ROOT + it)
            .collect(toSet());
    noClasses()
        .that()
        .resideInAPackage(ROOT + name)
        .should()
        .dependOnClassesThat(
            own("is ours and none of " + allowed, it -> !allowed.contains(it.getPackageName())))
        .check(CLASSES);
  }

  @Test
  void every_package_is_one_of_those_above() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    ("definition text region statistics reading marking runtime raw clean star"
                            + " indicator published vault linking ops synthetic synthetic.country"
                            + " synthetic.life synthetic.truth synthetic.delivery synthetic.report"
                            + " synthetic.ministry cli")
                        .split(" ", -1))
                .map(it -> ROOT + it)
                .toList());
  }

  @Test
  void packages_form_no_circle() {
    slices().matching("vn.phanluong.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void definition_knows_no_session_and_no_rows() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "definition")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(".*\\.(SparkSession|Dataset|Row|SparkContext)")
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"definition", "text", "region", "statistics", "reading", "marking", "synthetic"})
  void works_without_spark(String name) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + name)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "io.delta..", "scala..")
        .check(CLASSES);
  }

  @Test
  void runtime_has_no_word_of_the_domain() {
    Set<String> found = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (each.getPackageName().equals(ROOT + "runtime")) {
        Stream.concat(
                Stream.of(each.getSimpleName()), each.getMembers().stream().map(HasName::getName))
            .filter(ArchitectureTest::hasDomainWord)
            .forEach(name -> found.add(each.getSimpleName() + ": " + name));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void only_the_guard_knows_the_insides_of_spark() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.runtime\\.(ReadOnlyGuard|UserStatement)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark.sql.catalyst..", "org.apache.spark.sql.execution..")
        .check(CLASSES);
  }

  @Test
  void only_the_command_line_writes_to_the_screen() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void every_table_after_raw_has_its_builder() {
    for (Contract contract : built()) {
      assertThat(Builders.of(contract))
          .as(contract.id())
          .extracting(it -> it.getClass().getName())
          .isEqualTo(Builders.className(contract));
    }
  }

  @Test
  void every_builder_has_its_contract() {
    Set<String> expected = built().stream().map(Builders::className).collect(toSet());
    Set<String> builders =
        CLASSES.stream()
            .filter(it -> it.isAssignableTo(TableBuilder.class) && !it.isInterface())
            .map(JavaClass::getName)
            .collect(toSet());
    assertThat(builders).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void builders_keep_nothing_between_builds() {
    assertThat(CLASSES)
        .filteredOn(it -> it.isAssignableTo(TableBuilder.class))
        .flatMap(JavaClass::getFields)
        .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC));
  }

  private static List<Contract> built() {
    return Contracts.bundled().all().stream().filter(Contract::isBuilt).toList();
  }

  private static boolean hasDomainWord(String name) {
    return Stream.of(name.split("(?=[A-Z])|_|\\$", -1))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(word -> DOMAIN.contains(word) || DOMAIN.contains(word.replaceAll("s$", "")));
  }

  private static DescribedPredicate<JavaClass> own(
      String description, Predicate<JavaClass> condition) {
    return DescribedPredicate.describe(
        description, it -> it.getPackageName().startsWith("vn.phanluong") && condition.test(it));
  }
}
