package vn.phanluong.marking;

/** Something the owner of a marked workbook must know of it, in both languages. */
public record Note(String vi, String en) {}
