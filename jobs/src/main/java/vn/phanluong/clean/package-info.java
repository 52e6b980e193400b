/** Typed, named, validated rows. Reads {@code raw} and the star's dimensions of reference. */
@NullMarked
package vn.phanluong.clean;

import org.jspecify.annotations.NullMarked;
