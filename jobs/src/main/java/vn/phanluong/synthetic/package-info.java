/**
 * The synthetic ministry: a made-up country whose truth is known, to prove the warehouse on. From a
 * seed it makes places' schools ({@code country}), the lives of pupils ({@code life}), what each
 * reporter sends of them ({@code delivery}), and the figures a perfect warehouse would give ({@code
 * truth}). Starts no Spark, and shares no code with the stages it judges.
 */
@NullMarked
package vn.phanluong.synthetic;

import org.jspecify.annotations.NullMarked;
