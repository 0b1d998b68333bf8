// The JavaScript side of the reviewer's desk.

export { Pool } from "./pool.js";
export { dropped, picked } from "./files.js";
export { forget, keep, kept } from "./store.js";
