/**
 * Which reporter tells what of which lives, when, and in which words: the rows of the deliveries,
 * still clean.
 */
@NullMarked
package vn.phanluong.synthetic.report;

import org.jspecify.annotations.NullMarked;
