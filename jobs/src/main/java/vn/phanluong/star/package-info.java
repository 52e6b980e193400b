/** Conformed dimensions and facts, one grain each. Reads {@code clean}. */
@NullMarked
package vn.phanluong.star;

import org.jspecify.annotations.NullMarked;
