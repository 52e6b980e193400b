package vn.phanluong.synthetic.country;

/** What a school teaches: lower secondary, upper secondary, continuing education from grade 10. */
public enum Level {
  THCS,
  THPT,
  GDTX
}
