/**
 * How a reporter sends what it knows: which rows, in which file, layout, encoding, with which dirt.
 */
@NullMarked
package vn.phanluong.synthetic.delivery;

import org.jspecify.annotations.NullMarked;
