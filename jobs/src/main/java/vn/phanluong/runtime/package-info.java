/**
 * The session, the layout of a home, reading and writing tables by slice, and errors. Knows tables
 * by their contracts only: no word of the domain stands here.
 */
@NullMarked
package vn.phanluong.runtime;

import org.jspecify.annotations.NullMarked;
