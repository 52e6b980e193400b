package vn.phanluong.ops;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Home;
import vn.phanluong.runtime.Problem;

/** The releases of a home, and which one readers see. Needs no session. */
public final class Releases {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String MANIFEST = "release.json";

  private final Home home;

  public Releases(Home home) {
    this.home = home;
  }

  /** All releases, oldest first. */
  public List<Release> all() {
    if (!Files.isDirectory(home.releases())) {
      return List.of();
    }
    List<Release> releases = new ArrayList<>();
    try (Stream<Path> folders = Files.list(home.releases())) {
      for (Path folder : folders.filter(path -> Files.exists(path.resolve(MANIFEST))).toList()) {
        releases.add(JSON.readValue(folder.resolve(MANIFEST).toFile(), Release.class));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    releases.sort(Comparator.comparing(Release::name));
    return releases;
  }

  /** The release readers see, or null before the first. */
  public @Nullable Release current() {
    Path pointer = home.releases().resolve("CURRENT");
    try {
      return Files.exists(pointer) ? of(Files.readString(pointer).strip()) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The release of a name, or the current one.
   *
   * @throws Problem if there is none
   */
  public Release of(@Nullable String name) {
    Release release = name == null ? current() : find(name);
    if (release == null) {
      throw new Problem(
          Problem.Kind.USE,
          name == null
              ? "Chưa có bản phát hành nào. Chạy `./phanluong publish` trước."
              : "Không có bản phát hành %s. Xem `./phanluong releases`.".formatted(name),
          name == null
              ? "There is no release yet. Run `./phanluong publish` first."
              : "There is no release %s. See `./phanluong releases`.".formatted(name));
    }
    return release;
  }

  private @Nullable Release find(String name) {
    return all().stream().filter(release -> release.name().equals(name)).findFirst().orElse(null);
  }

  /** The next free name. */
  public String nextName() {
    int last =
        all().stream()
            .mapToInt(release -> Integer.parseInt(release.name().substring(1)))
            .max()
            .orElse(0);
    return String.format(Locale.ROOT, "R%04d", last + 1);
  }

  /** Folder in which a release is prepared; not yet one. */
  public Path draft(String name) {
    return home.releases().resolve("." + name + ".draft");
  }

  /** Makes the draft a release and points readers to it, each by one rename. */
  public void add(Release release) {
    Path draft = draft(release.name());
    try {
      JSON.writeValue(draft.resolve(MANIFEST).toFile(), release);
      Files.move(draft, home.releases().resolve(release.name()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pointTo(release.name());
  }

  /** Points readers to a release. */
  public void pointTo(String name) {
    Path next = home.releases().resolve(".CURRENT.next");
    try {
      Files.writeString(next, of(name).name() + "\n");
      Files.move(
          next,
          home.releases().resolve("CURRENT"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
