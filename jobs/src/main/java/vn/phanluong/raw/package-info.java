/** The door: takes delivered files in, row by row as text, and enters them in the ledger. */
@NullMarked
package vn.phanluong.raw;

import org.jspecify.annotations.NullMarked;
