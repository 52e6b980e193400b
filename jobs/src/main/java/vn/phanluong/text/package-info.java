/** Vietnamese text: forms under which two spellings are one, and how far two words are apart. */
@NullMarked
package vn.phanluong.text;

import org.jspecify.annotations.NullMarked;
