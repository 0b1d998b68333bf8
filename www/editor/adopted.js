// The editor's own style, as the page's policy allows it: style-mod would write a <style> element into the document, so
// it is shown the document's list of constructed sheets alone, as it would be of a shadow root. These come after the
// page's own sheet, and a layer lets that have its way all the same.

import { StyleModule } from "style-mod";

const sheets = {
  get ownerDocument() {
    return document;
  },
  get adoptedStyleSheets() {
    return document.adoptedStyleSheets;
  },
  set adoptedStyleSheets(list) {
    document.adoptedStyleSheets = list;
  },
};

/** @type {WeakSet<StyleModule>} */
const layered = new WeakSet();
const { mount } = StyleModule;

StyleModule.mount = (root, modules) => {
  for (const module of [modules].flat()) {
    if (layered.has(module)) continue;
    layered.add(module);
    module.rules = module.rules.map((rule) => `@layer editor { ${rule} }`);
  }
  mount(root === document ? sheets : root, modules);
};
