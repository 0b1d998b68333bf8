// Files dropped or picked, with the folders they came in.

/** Kinds of file the desk reads; others in a dropped folder are passed over. */
const KNOWN = /\.(docx|doc|wps|txt|md|markdown|html?)$/i;

/**
 * The files of a drop, folders opened, in the order of their names.
 *
 * @param {DataTransfer} transfer
 * @returns {Promise<{file: File, path: string}[]>}
 */
export async function dropped(transfer) {
  // The lists are emptied when the event is over, so all is taken now. Whether it is a folder is asked only of what is not
  // called like a file: the answer takes the browser longer than all else.
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const entry = (i) => items[i]?.webkitGetAsEntry?.() ?? null;
  const all = [...transfer.files].map((file, i) => ({ file, entry: isKnown(file.name) ? null : entry(i) }));
  const found = [];
  for (const { file, entry } of all) {
    if (entry?.isDirectory) await walk(entry, `${entry.name}/`, found);
    else found.push({ file, path: file.name });
  }
  return found.sort(byPath);
}

/**
 * The files of an input.
 *
 * @param {HTMLInputElement} input
 * @returns {{file: File, path: string}[]}
 */
export function picked(input) {
  const all = [...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  return (input.webkitdirectory ? all.filter(({ file }) => isKnown(file.name)) : all).sort(byPath);
}

/** @param {FileSystemDirectoryEntry} folder @param {string} path @param {{file: File, path: string}[]} found */
async function walk(folder, path, found) {
  const reader = folder.createReader();
  for (;;) {
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!entries.length) return;
    for (const entry of entries) {
      if (entry.isDirectory) await walk(entry, `${path}${entry.name}/`, found);
      else if (isKnown(entry.name)) {
        const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
        found.push({ file, path: path + entry.name });
      }
    }
  }
}

/** Word keeps a file of the name ~$… beside an open document. @param {string} name */
function isKnown(name) {
  return KNOWN.test(name) && !name.startsWith("~$") && !name.startsWith(".");
}

const collator = new Intl.Collator("zh-CN", { numeric: true });

/** @param {{path: string}} a @param {{path: string}} b */
function byPath(a, b) {
  return collator.compare(a.path, b.path);
}
