/** Runs the synthetic ministry: from a seed to a folder of files and their truth. */
@NullMarked
package vn.phanluong.synthetic.ministry;

import org.jspecify.annotations.NullMarked;
