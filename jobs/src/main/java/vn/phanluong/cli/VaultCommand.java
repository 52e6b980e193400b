package vn.phanluong.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.runtime.HomeKeys;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.Problem;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.vault.Erasure;
import vn.phanluong.vault.Retention;
import vn.phanluong.vault.Rotation;

/** {@code vault}: keys and what they protect. */
@Command(
    name = "vault",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Khóa và dữ liệu định danh: kiểm tra, đổi khóa, xóa một người, hủy tệp hết hạn.%n"
            + "Keys and identities: check, rotate, erase a person, destroy what is past its day.")
final class VaultCommand {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Command(
      mixinStandardHelpOptions = true,
      description = "Khóa có đúng là khóa của kho không. Whether the keys are those of the home.")
  int check() {
    KeyRing keys = new HomeKeys(parent.context.existingHome()).open();
    System.out.println(
        parent.context.say(
            "Khóa đúng; khóa hiện hành là %s.".formatted(keys.currentId()),
            "The keys are right; the current one is %s.".formatted(keys.currentId())));
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Thêm khóa mới, đổi mọi mã giả danh và mã hóa lại. Bị ngắt thì chạy lại.%n"
              + "Adds a key, re-keys every pseudonym, encrypts anew. Killed, run it again.")
  int rotate() {
    String id =
        parent.context.writing(
            store -> {
              String current = new Rotation(store).run();
              build(store);
              return current;
            });
    System.out.println(
        parent.context.say(
            "Khóa hiện hành là %s. Lưu một bản tệp khóa ở nơi khác.".formatted(id),
            "The current key is %s. Keep a copy of the key file elsewhere.".formatted(id)));
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Xóa một người. Mã được đọc từ đầu vào chuẩn, để không nằm lại trong lịch sử lệnh.%n"
              + "Erases a person. The code is read from standard input, to stay out of histories.")
  int erase(
      @Option(
              names = "--field",
              paramLabel = "FIELD",
              defaultValue = "learner_code",
              description = "Loại mã. Which code. Default: ${DEFAULT-VALUE}.")
          String field)
      throws IOException {
    String value = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
    if (value.isEmpty()) {
      throw new Problem(
          Problem.Kind.USE,
          "Ghi mã vào đầu vào chuẩn: `./phanluong vault erase --field learner_code < TỆP`.",
          "Give the code on standard input: `./phanluong vault erase --field learner_code <"
              + " FILE`.");
    }
    Erasure.Erased erased =
        parent.context.writing(
            store -> {
              KeyRing keys = new HomeKeys(store.home()).open();
              Erasure.Erased done = new Erasure(store, keys).run(field, value);
              build(store).forEach(store::forgetEarlierVersions);
              return done;
            });
    System.out.println(
        parent.context.say(
            "Đã xóa khỏi %d dòng, hủy %d tệp gốc. Số liệu đã công bố giữ nguyên."
                .formatted(erased.rows(), erased.files()),
            "Erased from %d rows, %d delivered files destroyed. Published figures stand."
                .formatted(erased.rows(), erased.files())));
    return erased.rows() > 0 ? 0 : 1;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Hủy tệp và định danh hết hạn lưu. Destroys what is past its day of deletion.")
  int purge() {
    int destroyed =
        parent.context.writing(
            store ->
                new Retention(store)
                    .destroyDue(new HomeKeys(store.home()).open(), LocalDate.now(ZoneOffset.UTC)));
    System.out.println(
        parent.context.say("Đã hủy %d tệp.", "%d files destroyed.").formatted(destroyed));
    return 0;
  }

  @Command(
      name = "lost-keys",
      mixinStandardHelpOptions = true,
      description =
          "Khi khóa mất hẳn: tạo khóa mới, hủy những gì không mở được nữa.%n"
              + "When the keys are gone for good: new ones; what cannot be opened is destroyed.")
  int lostKeys(
      @Option(
              names = "--yes",
              description = "Đã hiểu là không lấy lại được. Understood: there is no way back.")
          boolean isSure) {
    if (!isSure || !new HomeKeys(parent.context.existingHome()).isLost()) {
      throw new Problem(
          Problem.Kind.USE,
          "Chỉ chạy khi khóa đã mất hẳn, kèm --yes: tệp gốc và định danh cũ sẽ bị hủy, người học cũ"
              + " và mới không nối được với nhau.",
          "Only when the keys are gone for good, with --yes: archived files and identities are"
              + " destroyed, learners before and after cannot be linked.");
    }
    int destroyed = parent.context.writing(store -> new Retention(store).replaceLostKeys());
    System.out.println(
        parent
            .context
            .say("Đã tạo khóa mới, hủy %d tệp.", "New keys; %d files destroyed.")
            .formatted(destroyed));
    return 0;
  }

  /** Brings later tables up to the changed tokens. */
  private List<Contract> build(TableStore store) {
    return new BuildRun(store, parent.context.progress())
        .run(List.of(), false).stream()
            .map(entry -> Contracts.bundled().of(entry.table()))
            .toList();
  }
}
