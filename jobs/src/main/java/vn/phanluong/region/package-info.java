/** Units of administration through time: what stood where, what became of it, by which share. */
@NullMarked
package vn.phanluong.region;

import org.jspecify.annotations.NullMarked;
