// Says in one sentence that a browser is too old, where the page would stay blank. Written for any browser since 2010: a
// classic script, no syntax and no function that an old one lacks. What it asks for is what tests/e2e/baseline.spec.js
// finds the page to use; the oldest browsers that have it all stand in README.md.

(function () {
  /** A module with one function, of a body that needs a WebAssembly feature. */
  function runs(body) {
    var head = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, body.length + 4, 1, body.length + 2, 0];
    return WebAssembly.validate(new Uint8Array(head.concat(body, 11)));
  }

  /** Whether everything is there that the page needs. */
  function fit() {
    return (
      "noModule" in document.createElement("script") &&
      // Bulk memory, sign extension, float to int without traps, reference types.
      runs([65, 0, 65, 0, 65, 0, 252, 11, 0]) &&
      runs([65, 0, 192, 26]) &&
      runs([67, 0, 0, 0, 0, 252, 0, 26]) &&
      runs([208, 111, 26]) &&
      // Chromium 98, Firefox 94, Safari 15.4.
      typeof structuredClone === "function" &&
      // Chromium 73, Firefox 101, Safari 16.4: the editor's style under a strict policy.
      "adoptedStyleSheets" in document &&
      // Chromium 105, Firefox 121, Safari 15.4; without it only buttons show too many: not asked for.
      "showModal" in document.createElement("dialog") &&
      "at" in Array.prototype
    );
  }

  var words = "";
  try {
    if (!fit()) words = "浏览器版本太旧";
  } catch (error) {
    words = "浏览器版本太旧，或不允许 WebAssembly";
  }
  if (!words) return;
  document.documentElement.setAttribute("data-unfit", "");
  document.addEventListener("DOMContentLoaded", function () {
    var main = document.createElement("main");
    main.className = "unfit";
    main.appendChild(document.createElement("h1")).appendChild(document.createTextNode("合规"));
    var note = main.appendChild(document.createElement("p"));
    note.setAttribute("role", "alert");
    note.appendChild(
      document.createTextNode(
        words + "，这一页打不开。请换用 Chromium 109（Chrome、Edge、360、奇安信等）、Firefox 121 或 Safari 16.4 以上的版本；文字没有离开这台电脑。",
      ),
    );
    document.body.appendChild(main);
  });
})();
