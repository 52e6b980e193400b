package vn.phanluong.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import vn.phanluong.definition.Pseudonym;

/**
 * The keys of a home: pseudonyms and all encryption of the vault hang on them. Ciphers are those of
 * Google Tink.
 */
public final class KeyRing {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECRET_BYTES = 32;

  private final List<Key> keys;

  KeyRing(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /** The keys at a place, for a task: whoever started it has checked them. */
  public static KeyRing at(String location) {
    try {
      String text = new KeyFile(location).read();
      return fromJson(Objects.requireNonNull(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The keys changed while they were used");
    }
  }

  /** A token like all others, of nobody. */
  public String tokenOfNobody() {
    return current().id() + "." + current().keyed("nobody", newKey(0, true).secret());
  }

  static KeyRing fresh() {
    return new KeyRing(List.of(newKey(1, true)));
  }

  /** A ring that begins after so many keys that are lost. */
  static KeyRing after(int lost) {
    return new KeyRing(List.of(newKey(lost + 1, true)));
  }

  /** This ring and one more key, which from now on is the current one. */
  KeyRing next(boolean isRoot) {
    List<Key> more = new ArrayList<>(keys);
    more.add(newKey(Integer.parseInt(currentId().substring(1)) + 1, isRoot));
    return new KeyRing(more);
  }

  private static Key newKey(int number, boolean isRoot) {
    String secret = Base64.getEncoder().encodeToString(Random.randBytes(SECRET_BYTES));
    return new Key("k" + number, secret, isRoot);
  }

  static KeyRing fromJson(String text) throws JsonProcessingException {
    return new KeyRing(JSON.readValue(text, new TypeReference<List<Key>>() {}));
  }

  String toJson() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(keys);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Key> keys() {
    return keys;
  }

  private Key current() {
    return keys.get(keys.size() - 1);
  }

  /** Id of the key that new tokens and sealed values carry. */
  public String currentId() {
    return current().id();
  }

  /**
   * The token of an identity: HMAC-SHA-256, once more with each later key. A table re-keyed without
   * its identities therefore holds the same tokens as one loaded anew.
   *
   * @param field name of the identity's field; the same text is two identities in two kinds of them
   */
  public String pseudonym(String field, String value) {
    int root = keys.size() - 1;
    while (!keys.get(root).isRoot()) {
      root--;
    }
    Key first = keys.get(root);
    return rekeyed(first.id() + "." + first.keyed(Pseudonym.kind(field, value), value));
  }

  /** A token of an earlier key as one of the current key; of a key without successor, itself. */
  public String rekeyed(String token) {
    String id = token.substring(0, token.indexOf('.'));
    String rekeyed = token;
    boolean isAfter = false;
    for (Key key : keys) {
      if (isAfter && key.isRoot()) {
        return rekeyed;
      }
      if (isAfter) {
        String value = rekeyed.substring(rekeyed.indexOf('.') + 1);
        rekeyed = key.id() + "." + key.keyed("rotation", value);
      }
      isAfter |= key.id().equals(id);
    }
    return rekeyed;
  }

  /**
   * A value only the keys can read.
   *
   * @param place what the value belongs to; it opens nowhere else
   */
  public byte[] sealed(String value, String place) {
    try {
      return current().values().encrypt(bytes(value), bytes(place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The value {@link #sealed} was given.
   *
   * @throws Problem if the key is gone or the value was tampered with
   */
  public String opened(byte[] sealed, String keyId, String place) {
    try {
      return new String(key(keyId).values().decrypt(sealed, bytes(place)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw unopened(keyId, place);
    }
  }

  /** Encrypts what is written to it, for {@code out}. */
  public OutputStream sealing(OutputStream out, String place) throws IOException {
    try {
      return current().files().newEncryptingStream(out, bytes(place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads what {@link #sealing} wrote; a wrong key or a changed byte ends in an exception. */
  public InputStream opening(InputStream in, String keyId, String place) throws IOException {
    try {
      return key(keyId).files().newDecryptingStream(in, bytes(place));
    } catch (GeneralSecurityException e) {
      throw unopened(keyId, place);
    }
  }

  private Key key(String id) {
    return keys.stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unopened(id, "vault"));
  }

  private static Problem unopened(String keyId, String place) {
    return new Problem(
        Problem.Kind.ENVIRONMENT,
        "Không mở được %s bằng khóa %s. Kiểm tra tệp khóa (`./phanluong vault check`)."
            .formatted(place, keyId),
        "%s cannot be opened with key %s. Check the key file (`./phanluong vault check`)."
            .formatted(place, keyId));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
