// What an installed page looks like: its icons, drawn from www/icon.svg, and its manifest.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Resvg, initWasm } from "@resvg/resvg-wasm";

/** Icons as PNG, by name. Phones cut the last one to a shape of their own, so its ground has no corners. */
export async function icons() {
  await initWasm(readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const drawing = await readFile("www/icon.svg", "utf8");
  /** @param {string} svg @param {number} width */
  const draw = (svg, width) => new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng();
  return {
    "icon-180.png": draw(drawing, 180),
    "icon-192.png": draw(drawing, 192),
    "icon-512.png": draw(drawing, 512),
    "icon-whole-512.png": draw(drawing.replace('rx="6"', ""), 512),
  };
}

/** The manifest. @param {Record<string, string>} names of the icons' files */
export function manifest(names) {
  const icon = (size, name, purpose) => ({ src: `./${names[name]}`, sizes: `${size}x${size}`, type: "image/png", purpose });
  return {
    name: "合规 · 法治政府建设年度报告检查",
    short_name: "合规",
    description: "检查法治政府建设年度报告。在本机完成，文字不上传。",
    lang: "zh-CN",
    start_url: "./",
    scope: "./",
    display: "standalone",
    background_color: "#e9e6df",
    theme_color: "#1f5fa8",
    icons: [icon(192, "icon-192.png", "any"), icon(512, "icon-512.png", "any"), icon(512, "icon-whole-512.png", "maskable")],
  };
}
