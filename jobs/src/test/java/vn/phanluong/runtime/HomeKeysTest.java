package vn.phanluong.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.definition.Pseudonym;

class HomeKeysTest {
  private Path folder = Path.of("");
  private Home home = new Home(Path.of("warehouse"));
  private HomeKeys keys = new HomeKeys(home);

  @BeforeEach
  void establish(@TempDir Path temporary) {
    folder = temporary;
    home = new Home(folder.resolve("warehouse"));
    keys = new HomeKeys(home);
    keys.establish();
  }

  @Test
  void keys_lie_beside_the_home_for_the_owner_alone() throws IOException {
    Path file = folder.resolve("warehouse.keys.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(home.vault().resolve("keys.json")))
        .doesNotContain(KeyRing.fromJson(Files.readString(file)).keys().get(0).secret());
  }

  @Test
  void the_same_identity_has_one_token_and_another_field_another() {
    KeyRing ring = keys.open();
    String token = ring.pseudonym("learner_code", "7912345678");
    assertThat(token).matches(Pseudonym.FORM).startsWith("k1.");
    assertThat(new HomeKeys(home).open().pseudonym("learner_code", "7912345678")).isEqualTo(token);
    assertThat(ring.pseudonym("identity_number", "7912345678")).isNotEqualTo(token);
    assertThat(ring.pseudonym("learner_code", "7912345679")).isNotEqualTo(token);
    assertThat(ring.pseudonym("learner_code", "079308001234"))
        .as("A learner's code that is the national number is that number")
        .isEqualTo(ring.pseudonym("identity_number", "079308001234"));
  }

  /** RFC 5869 and RFC 2104 by the JDK alone. */
  @Test
  void a_token_is_hmac_sha256_under_a_derived_key() throws GeneralSecurityException, IOException {
    byte[] secret =
        Base64.getDecoder()
            .decode(
                KeyRing.fromJson(Files.readString(Path.of(home.keys()))).keys().get(0).secret());
    byte[] extracted = hmac(new byte[32], secret);
    byte[] info = "pseudonym learner_code".getBytes(StandardCharsets.UTF_8);
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    byte[] expected =
        Arrays.copyOf(hmac(hmac(extracted, block), "79A".getBytes(StandardCharsets.UTF_8)), 24);
    assertThat(keys.open().pseudonym("learner_code", "79A"))
        .isEqualTo("k1." + Base64.getUrlEncoder().encodeToString(expected));
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  @Test
  void a_missing_key_stops() throws IOException {
    Files.delete(Path.of(home.keys()));
    assertThatThrownBy(keys::open)
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.kind().exitCode()).isEqualTo(4));
  }

  @Test
  void a_wrong_key_stops() throws IOException {
    Home other = new Home(folder.resolve("other"));
    new HomeKeys(other).establish();
    Files.copy(Path.of(other.keys()), Path.of(home.keys()), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(keys::open).isInstanceOf(Problem.class).hasMessageContaining("k1");
    Files.writeString(Path.of(home.keys()), "[{\"id\":\"k1\",\"secret\":\"c2VjcmV0\"");
    assertThatThrownBy(keys::open)
        .isInstanceOf(Problem.class)
        .hasMessageNotContaining("c2VjcmV0")
        .hasNoCause();
  }

  @Test
  void rotation_gives_the_token_of_a_new_load() {
    KeyRing before = keys.open();
    String token = before.pseudonym("learner_code", "7912345678");
    KeyRing after = keys.add(false);
    assertThatThrownBy(keys::open).isInstanceOf(Problem.class).hasMessageContaining("vault rotate");
    keys.register(after);
    assertThat(keys.open().pseudonym("learner_code", "7912345678"))
        .startsWith("k2.")
        .isEqualTo(after.rekeyed(token))
        .isNotEqualTo("k2." + token.substring(3));
    assertThat(after.rekeyed(after.rekeyed(token))).isEqualTo(after.rekeyed(token));
    KeyRing third = keys.add(false);
    assertThat(third.rekeyed(token)).isEqualTo(third.rekeyed(after.rekeyed(token)));
  }

  @Test
  void lost_keys_link_nothing() {
    String token = keys.open().pseudonym("learner_code", "7912345678");
    KeyRing ring = keys.replaceLost();
    assertThat(ring.currentId()).isEqualTo("k2");
    assertThat(ring.rekeyed(token)).isEqualTo(token);
    assertThat(keys.open().pseudonym("learner_code", "7912345678")).startsWith("k2.");
  }

  @Test
  void a_sealed_value_opens_at_its_place_alone() {
    KeyRing ring = keys.open();
    byte[] value = ring.sealed("Nguyễn Văn An", "s1/7");
    assertThat(ring.opened(value, "k1", "s1/7")).isEqualTo("Nguyễn Văn An");
    assertThatThrownBy(() -> ring.opened(value, "k1", "s1/8")).isInstanceOf(Problem.class);
    value[value.length - 1] ^= 1;
    assertThatThrownBy(() -> ring.opened(value, "k1", "s1/7")).isInstanceOf(Problem.class);
  }

  @Test
  void a_sealed_file_opens_whole_or_not_at_all() throws IOException {
    KeyRing ring = keys.open();
    byte[] clear = "Nguyễn Văn An;12/03/2009\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream closed = new ByteArrayOutputStream();
    try (OutputStream out = ring.sealing(closed, "s1")) {
      out.write(clear);
    }
    assertThat(opened(ring, closed.toByteArray(), "s1")).isEqualTo(clear);
    byte[] cut = Arrays.copyOf(closed.toByteArray(), closed.size() - 1);
    assertThatThrownBy(() -> opened(ring, cut, "s1")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> opened(ring, closed.toByteArray(), "s2"))
        .isInstanceOf(IOException.class);
  }

  private static byte[] opened(KeyRing ring, byte[] closed, String place) throws IOException {
    try (InputStream in = ring.opening(new ByteArrayInputStream(closed), "k1", place)) {
      return in.readAllBytes();
    }
  }

  @Test
  void keys_may_lie_in_a_credential_provider() {
    String provider = "localjceks://file" + folder.resolve("keys.jceks");
    Home other = new Home(folder.resolve("other"), provider);
    new HomeKeys(other).establish();
    assertThat(new HomeKeys(other).open().currentId()).isEqualTo("k1");
    new HomeKeys(other).register(new HomeKeys(other).add(false));
    assertThat(new HomeKeys(other).open().currentId()).isEqualTo("k2");
  }
}
