/** The command line: words in, tables and messages out; holds no rule of its own. */
@NullMarked
package vn.phanluong.cli;

import org.jspecify.annotations.NullMarked;
