// The settings file as the program takes it.

import { parse } from "smol-toml";

/**
 * The table that a text of TOML says; where it is none, the number of the first line that is wrong.
 *
 * @param {string} text
 */
export function parseToml(text) {
  try {
    return parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return Number(error?.line) || 0;
  }
}
