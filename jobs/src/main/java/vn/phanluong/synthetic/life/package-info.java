/**
 * The lives of the synthetic ministry's persons: what happened to whom, when and where. A life is a
 * pure function of the seed and the person's number.
 */
@NullMarked
package vn.phanluong.synthetic.life;

import org.jspecify.annotations.NullMarked;
