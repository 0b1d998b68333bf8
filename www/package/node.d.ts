export * from "./hegui.js";

/** There is nothing left to do: so that the same code runs in a browser, where it loads the program. */
export default function init(): Promise<void>;
