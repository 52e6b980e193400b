package vn.phanluong.synthetic.delivery;

/** What must become of a delivered row once all of a reporter's files are in. */
public enum Fate {
  /** It stands in some accepted file. */
  ACCEPTED,
  /** No file holds it in a form that can be accepted. */
  LOST
}
