/** The warehouse about itself: which builds are due, audits, releases. May read anything. */
@NullMarked
package vn.phanluong.ops;

import org.jspecify.annotations.NullMarked;
