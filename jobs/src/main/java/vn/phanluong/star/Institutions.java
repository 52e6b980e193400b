package vn.phanluong.star;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of registers are one institution: by code within a ministry, else by number of
 * licence, else by name, the last two inside a province of today. What a rule links is joined whole
 * or, if it would join two institutions of one register, not at all; so no order matters.
 */
final class Institutions {
  static final String LABOUR = "labour";
  static final String EDUCATION = "education";

  /** Centres as schools of the education ministry, under whose codes its own register goes. */
  static final String SCHOOL = "school";

  private static final List<String> REGISTERS = List.of(LABOUR, EDUCATION, SCHOOL);

  private static final Comparator<Appearance> ORDER =
      Comparator.comparing((Appearance it) -> it.code() == null)
          .thenComparing(it -> REGISTERS.indexOf(it.register()))
          .thenComparing(Appearance::id);

  private final Map<Appearance, Set<Appearance>> groups = new HashMap<>();
  private final Map<Appearance, String> matchedBy = new HashMap<>();
  private final Map<Appearance, String> flags = new HashMap<>();

  /**
   * An institution as a register writes it.
   *
   * @param licence its number, letters and digits alone
   * @param name as {@link InstitutionName#key} has it
   * @param province of today; null if not known, then nothing but a code joins it
   */
  record Appearance(
      String register,
      @Nullable String code,
      @Nullable String licence,
      String name,
      @Nullable String province) {

    String id() {
      return String.join("|", register, orBlank(code), orBlank(licence), name, orBlank(province));
    }

    private @Nullable String byCode() {
      return code == null ? null : (register.equals(LABOUR) ? LABOUR : EDUCATION) + "|" + code;
    }

    private @Nullable String byLicence() {
      return licence == null || province == null ? null : licence + "|" + province;
    }

    private @Nullable String byName() {
      return province == null ? null : name + "|" + province;
    }

    private static String orBlank(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  /** What became of an appearance: see the columns of {@code star.bridge_institution}. */
  record Match(String institutionKey, @Nullable String matchedBy, @Nullable String flag) {}

  private Institutions(Collection<Appearance> appearances) {
    appearances.forEach(each -> groups.put(each, Set.of(each)));
    join("code", Appearance::byCode, it -> false);
    join("licence", Appearance::byLicence, it -> it.code() != null);
    join("name", Appearance::byName, it -> it.code() != null || it.licence() != null);
  }

  /** The institution of every appearance. */
  static Map<Appearance, Match> of(Collection<Appearance> appearances) {
    Institutions all = new Institutions(appearances);
    Map<Appearance, Match> matches = new HashMap<>();
    all.groups.forEach(
        (each, group) ->
            matches.put(
                each, new Match(keyOf(group), all.matchedBy.get(each), all.flags.get(each))));
    return matches;
  }

  /**
   * Joins what a key links.
   *
   * @param identifies true of an appearance that is told from others of its register otherwise
   */
  private void join(
      String rule, Function<Appearance, @Nullable String> keyOf, Predicate<Appearance> identifies) {
    Map<Appearance, Set<Appearance>> linked = linked(keyOf);
    Map<Appearance, Set<Appearance>> before = Map.copyOf(groups);
    linked.forEach(
        (each, together) -> {
          if (together.equals(before.get(each))) {
            return;
          }
          if (isOne(together, before, identifies)) {
            groups.put(each, together);
            note(each, rule, Objects.requireNonNull(before.get(each)), together);
          } else {
            flags.putIfAbsent(each, rule + "_shared");
          }
        });
  }

  /** The first rule that ties it to another register stands, else the first that ties it at all. */
  private void note(
      Appearance each, String rule, Set<Appearance> before, Set<Appearance> together) {
    Predicate<Appearance> isElsewhere = it -> !it.register().equals(each.register());
    boolean isNewlyElsewhere =
        before.stream().noneMatch(isElsewhere) && together.stream().anyMatch(isElsewhere);
    if (isNewlyElsewhere || !matchedBy.containsKey(each)) {
      matchedBy.put(each, rule);
    }
  }

  /** Groups put together as far as equal keys reach, from any appearance of them. */
  private Map<Appearance, Set<Appearance>> linked(Function<Appearance, @Nullable String> keyOf) {
    Map<Appearance, Set<Appearance>> linked = new HashMap<>(groups);
    Map<String, Appearance> firstOf = new LinkedHashMap<>();
    for (Appearance each : groups.keySet()) {
      String key = keyOf.apply(each);
      Appearance first = key == null ? null : firstOf.putIfAbsent(key, each);
      if (first != null) {
        Set<Appearance> one = Objects.requireNonNull(linked.get(first));
        Set<Appearance> other = Objects.requireNonNull(linked.get(each));
        if (!one.equals(other)) {
          Set<Appearance> both = new TreeSet<>(ORDER);
          both.addAll(one);
          both.addAll(other);
          both.forEach(it -> linked.put(it, both));
        }
      }
    }
    return linked;
  }

  /** True unless two groups of it are told apart in one register. */
  private static boolean isOne(
      Set<Appearance> together,
      Map<Appearance, Set<Appearance>> groups,
      Predicate<Appearance> identifies) {
    Map<String, Set<Appearance>> identified = new HashMap<>();
    return together.stream()
        .filter(identifies)
        .allMatch(
            it -> {
              Set<Appearance> group = Objects.requireNonNull(groups.get(it));
              return identified.computeIfAbsent(it.register(), any -> group).equals(group);
            });
  }

  private static String keyOf(Set<Appearance> group) {
    Appearance first = group.stream().min(ORDER).orElseThrow();
    String code = first.code();
    return "%s:%s"
        .formatted(
            first.register(),
            code == null ? UUID.nameUUIDFromBytes(first.id().getBytes(UTF_8)) : code);
  }
}
