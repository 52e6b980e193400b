package vn.phanluong.reading;

/** What a finding does. */
public enum Severity {
  /** Nothing of the file is taken. */
  REJECT_FILE,
  /** The record stays in raw, marked, and goes no further. */
  REJECT_ROW,
  /** Said, and taken as it is. */
  WARN
}
