// Small things the browser does for the program.

/** Hands a file to the user. @param {Blob} blob @param {string} name */
export function offer(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Hands a text to the user as a file.
 *
 * @param {string} text
 * @param {string} name
 */
export function save(text, name) {
  // Windows' older editors take a file without the mark for GBK.
  offer(new Blob(["\ufeff", text], { type: "text/plain;charset=utf-8" }), name);
}

/** The time of day, HH:MM. */
export function clock() {
  return new Date().toTimeString().slice(0, 5);
}
