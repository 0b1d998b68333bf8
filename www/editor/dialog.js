// A dialog that needs nothing of the program.

/**
 * Opens it; it goes with the page.
 *
 * @param {string} heading
 * @param {string} words
 * @param {string} reason for whoever mends the program
 * @param {[string, () => void][]} actions names and what they do; the last is the one to take
 */
export function offerDialog(heading, words, reason, actions) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog failure";
  dialog.setAttribute("aria-labelledby", "failure-title");
  const title = dialog.appendChild(document.createElement("h2"));
  title.id = "failure-title";
  title.textContent = heading;
  dialog.appendChild(document.createElement("p")).textContent = words;
  const detail = dialog.appendChild(document.createElement("p"));
  detail.className = "basis";
  detail.textContent = reason.slice(0, 300);
  const buttons = dialog.appendChild(document.createElement("div"));
  buttons.className = "actions";
  for (const [name, act] of actions) {
    const button = buttons.appendChild(document.createElement("button"));
    button.type = "button";
    button.textContent = name;
    button.onclick = act;
    if (name === actions.at(-1)[0]) button.className = "primary";
  }
  // What it says stays until the page goes.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
}
