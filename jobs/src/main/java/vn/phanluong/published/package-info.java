/** What may leave the house: protected copies. Reads {@code indicator} and chosen dimensions. */
@NullMarked
package vn.phanluong.published;

import org.jspecify.annotations.NullMarked;
