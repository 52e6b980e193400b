package vn.phanluong.runtime;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key of a home. A secret is never used itself: each purpose has a key derived from it
 * (HKDF-SHA-256, RFC 5869).
 *
 * @param id as tokens and sealed values carry it: k1, k2, …
 * @param secret 32 random bytes in Base64
 * @param isRoot true if pseudonyms begin with this key; else they are those of the key before,
 *     keyed once more
 */
record Key(String id, String secret, boolean isRoot) {
  private static final int BYTES = 32;
  private static final int SEGMENT = 1 << 16;
  private static final int TOKEN_BYTES = 24;

  /** Without the secret: a key may be printed by accident. */
  @Override
  public String toString() {
    return id;
  }

  private byte[] derived(String purpose) throws GeneralSecurityException {
    byte[] purposeBytes = purpose.getBytes(StandardCharsets.UTF_8);
    return Hkdf.computeHkdf(
        "HMACSHA256", Base64.getDecoder().decode(secret), new byte[0], purposeBytes, BYTES);
  }

  /** What a home remembers of the key, to know it again; nothing can be computed from it. */
  String checkValue() {
    return keyed("phanluong key check", "");
  }

  /** HMAC-SHA-256 of a text, 192 bits in URL-safe Base64. */
  String keyed(String purpose, String text) {
    try {
      PrfHmacJce prf =
          new PrfHmacJce("HMACSHA256", new SecretKeySpec(derived("pseudonym " + purpose), "HMAC"));
      byte[] digest = prf.compute(text.getBytes(StandardCharsets.UTF_8), TOKEN_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** AES-256-GCM for values. */
  AesGcmJce values() throws GeneralSecurityException {
    return new AesGcmJce(derived("vault values"));
  }

  /** AES-256-GCM in segments of 64 KiB, for files of any size. */
  AesGcmHkdfStreaming files() throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(derived("vault files"), "HMACSHA256", BYTES, SEGMENT, 0);
  }
}
