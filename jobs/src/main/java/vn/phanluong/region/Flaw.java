package vn.phanluong.region;

/**
 * What is wrong with the reference of units or events.
 *
 * @param rows keys of the rows it is about
 */
public record Flaw(String rows, String vi, String en) {}
