package vn.phanluong.synthetic.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/**
 * Writes the files of deliveries under {@code files/}, and on closing what is known of them: {@code
 * truth/file.csv} and {@code truth/dirt.csv}. Several threads may make files at a time.
 */
@SuppressWarnings("UnusedVariable")
public final class FileMaker implements Closeable {
  private final Path folder;
  private final Draws draws;
  private final Parameters parameters;

  /**
   * A maker of files of one country.
   *
   * @param folder of the country, where {@code files} and {@code truth} come to lie
   */
  public FileMaker(Path folder, Draws draws, Parameters parameters) {
    this.folder = folder;
    this.draws = draws;
    this.parameters = parameters;
  }

  /**
   * Writes the files of a delivery: the report, the report once more if it was refused, and the
   * correction of rejected rows.
   *
   * @param rows asked for once for each of the files; always the same rows in the same order
   */
  public List<MadeFile> make(
      Delivery delivery, Supplier<Iterator<DeliveredRow>> rows, DirtPlan plan, RowSink sink)
      throws IOException {
    Files.createDirectories(folder.resolve("files"));
    return List.of();
  }

  /** Writes what is known of the files, in the order of their paths. */
  @Override
  public void close() throws IOException {
    Files.createDirectories(folder.resolve("truth"));
  }
}
