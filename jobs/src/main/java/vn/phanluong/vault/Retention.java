package vn.phanluong.vault;

import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
import vn.phanluong.runtime.HomeKeys;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.TableStore;

/** What the vault may keep no longer, or can open no more. */
public final class Retention {
  private final TableStore store;

  public Retention(TableStore store) {
    this.store = store;
  }

  /**
   * Destroys files and identities whose day of deletion lies before a day.
   *
   * @return files destroyed
   */
  public int destroyDue(KeyRing keys, LocalDate day) {
    Archive archive = new Archive(store, keys);
    List<String> due = archive.due(day);
    archive.destroy(due, "retention");
    new Identities(store).deleteDue(day);
    new Links(store).deleteDue(day);
    return due.size();
  }

  /**
   * Begins anew after the keys are lost for good: nothing sealed can be opened, so it is destroyed,
   * and persons delivered from now on cannot be linked with those before.
   *
   * @return files destroyed
   */
  public int replaceLostKeys() {
    KeyRing keys = new HomeKeys(store.home()).replaceLost();
    Archive archive = new Archive(store, keys);
    List<String> all = List.copyOf(archive.keyIds().keySet());
    archive.destroy(all, "lost_key");
    new Identities(store).delete(lit(true));
    new Links(store).delete(lit(true));
    return all.size();
  }
}
