// Small things the browser does for the program.

/**
 * Hands a text to the user as a file.
 *
 * @param {string} text
 * @param {string} name
 */
export function save(text, name) {
  const link = document.createElement("a");
  // Windows' older editors take a file without the mark for GBK.
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The time of day, HH:MM. */
export function clock() {
  return new Date().toTimeString().slice(0, 5);
}
