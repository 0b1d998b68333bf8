// How the tests start the browser: the system's Chromium, never one that Playwright
// downloads, so that it is the same everywhere and needs no network.

export const launchOptions = {
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: [
    // Chromium's sandbox refuses to run as root, as in most containers.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // What the browser itself asks of its maker about every form.
    "--disable-features=AutofillServerCommunication",
  ],
};
