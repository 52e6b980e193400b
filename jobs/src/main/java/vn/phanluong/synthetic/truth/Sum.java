package vn.phanluong.synthetic.truth;

/**
 * An indicator of the catalogue as two sums, in persons, places or schools, of which the first may
 * be the larger: a quota, a register or an earlier school year stands below the line, not the same
 * persons. Written from the catalogue's words, apart from the warehouse's definitions.
 */
enum Sum {
  /** New entrants of grade 10, over pupils of grade 9 at the end of the school year before. */
  CC_10("CC-10", Facts.Basis.SCHOOL, Told.PROVINCE),
  /** Completers of THCS, over pupils of grade 6 in the school year begun four years before. */
  HT_BK("HT-BK", Facts.Basis.SCHOOL, Told.PROVINCE),
  /** New entrants of grade 10, over the places their schools were allotted. */
  TS_CT10("TS-CT10", Facts.Basis.SCHOOL, Told.PLACE),
  /** Vocational entrants of institutions that registered a quota, over that quota. */
  NN_CT("NN-CT", Facts.Basis.ENROLMENT, Told.SMALLEST),
  /** Vocational entrants of institutions that told it, over the intake that licences allow. */
  NN_NL("NN-NL", Facts.Basis.ENROLMENT, Told.SMALLEST),
  /** Counsellors trained in the year, over counsellors. */
  HN_BD("HN-BD", Facts.Basis.SCHOOL, Told.PLACE),
  /** Pupils, over qualified counsellors; pupils of a school that has none count. */
  HN_TL("HN-TL", Facts.Basis.SCHOOL, Told.PLACE),
  /** Schools with a career programme tied to local production, over schools of the level. */
  HN_CT_THCS("HN-CT:THCS", Facts.Basis.SCHOOL, Told.PLACE),
  HN_CT_THPT("HN-CT:THPT", Facts.Basis.SCHOOL, Told.PLACE),
  HN_CT_GDTX("HN-CT:GDTX", Facts.Basis.SCHOOL, Told.PLACE),
  /** Schools with a qualified counsellor, over schools of the level. */
  HN_GV_THCS("HN-GV:THCS", Facts.Basis.SCHOOL, Told.PLACE),
  HN_GV_THPT("HN-GV:THPT", Facts.Basis.SCHOOL, Told.PLACE),
  HN_GV_GDTX("HN-GV:GDTX", Facts.Basis.SCHOOL, Told.PLACE);

  /** Of what both sums must be told for it to enter either, where files are all there is. */
  enum Told {
    PLACE,
    SMALLEST,
    PROVINCE
  }

  private final String id;
  private final Facts.Basis basis;
  private final Told told;

  Sum(String id, Facts.Basis basis, Told told) {
    this.id = id;
    this.basis = basis;
    this.told = told;
  }

  /** Of the catalogue; a level after a colon. */
  String id() {
    return id;
  }

  Facts.Basis basis() {
    return basis;
  }

  Told told() {
    return told;
  }

  /** True if a place counts only where it stands below the line too. */
  boolean isOfAsked() {
    return this == NN_CT || this == NN_NL;
  }
}
