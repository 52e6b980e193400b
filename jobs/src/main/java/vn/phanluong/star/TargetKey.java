package vn.phanluong.star;

/** What makes two statements of a document the same target. */
final class TargetKey {
  static final String[] COLUMNS = {
    "document_id", "region_key", "target_year", "indicator_id", "education_level", "scope"
  };

  private TargetKey() {}
}
