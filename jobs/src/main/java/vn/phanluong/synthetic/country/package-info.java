/** The schools and institutions of the synthetic ministry, and where each stands on a day. */
@NullMarked
package vn.phanluong.synthetic.country;

import org.jspecify.annotations.NullMarked;
