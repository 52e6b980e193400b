/**
 * The figures that follow from the lives, and those that the delivered files can show, by plain
 * code of its own.
 */
@NullMarked
package vn.phanluong.synthetic.truth;

import org.jspecify.annotations.NullMarked;
