package vn.phanluong.runtime;

import org.jspecify.annotations.Nullable;

/** Builds a table that need not be made as a whole when few rows of its inputs changed. */
public interface RevisingBuilder extends TableBuilder {

  /**
   * What takes the place of what.
   *
   * @return null if the whole table has to be made anew
   */
  @Nullable Revision revision(Changes changes);
}
