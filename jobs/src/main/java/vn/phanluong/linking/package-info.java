/**
 * Linking of persons by identity attributes, inside the vault's walls: what leaves is which row is
 * whose, with a score (Fellegi and Sunter 1969). Names are compared in the memory of tasks alone.
 */
@org.jspecify.annotations.NullMarked
package vn.phanluong.linking;
