// The oldest browsers the page runs in, as README.md says and tests/e2e/baseline.spec.js checks.

/** For esbuild; package.json says the same to its command. */
export const target = ["chrome109", "firefox121", "safari16.4"];
