/**
 * The room of identities: delivered files and what left their rows at the door, encrypted, with a
 * day of deletion. The one place that can still tell a person.
 */
@org.jspecify.annotations.NullMarked
package vn.phanluong.vault;
