package vn.phanluong.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of a home lie: a file only its owner may read, or an entry of a Hadoop credential
 * provider such as {@code jceks://hdfs@namenode/keys.jceks}. Never in the home or the repository.
 */
record KeyFile(String location) {
  private static final String ENTRY = "phanluong.keys";

  private boolean isProvider() {
    return location.contains("://");
  }

  /** The text of the keys, or null if there is none. */
  @Nullable String read() {
    try {
      if (!isProvider()) {
        Path file = Path.of(location);
        return Files.exists(file) ? Files.readString(file) : null;
      }
      CredentialProvider.CredentialEntry entry = provider().getCredentialEntry(ENTRY);
      return entry == null ? null : new String(entry.getCredential());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Replaces the text of the keys; at any moment the old or the new one is there. */
  void write(String text) {
    try {
      if (isProvider()) {
        CredentialProvider provider = provider();
        if (provider.getCredentialEntry(ENTRY) != null) {
          provider.deleteCredentialEntry(ENTRY);
        }
        provider.createCredentialEntry(ENTRY, text.toCharArray());
        provider.flush();
        return;
      }
      Path file = Path.of(location).toAbsolutePath();
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private CredentialProvider provider() throws IOException {
    Configuration configuration = new Configuration(false);
    configuration.set(CredentialProviderFactory.CREDENTIAL_PROVIDER_PATH, location);
    return CredentialProviderFactory.getProviders(configuration).get(0);
  }

  private Problem unreadable(IOException cause) {
    return new Problem(
        Problem.Kind.ENVIRONMENT,
        "Không đọc, ghi được khóa tại %s: %s.".formatted(location, cause.getMessage()),
        "The keys at %s cannot be read or written: %s.".formatted(location, cause.getMessage()));
  }
}
