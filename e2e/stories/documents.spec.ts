// The project's own documents: every link inside them leads to a file and, where it names one, a heading.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "@playwright/test";

const root = resolve(import.meta.dirname, "../..");
const skipped = new Set(["node_modules", "target", ".git", "data", "test-results"]);

test("every link in the documents leads somewhere", () => {
  const documents = markdownIn(root);
  expect(documents.length).toBeGreaterThan(8);
  expect(documents.flatMap(brokenLinks)).toEqual([]);
});

test("every page of the operator's book is in its table of contents", () => {
  const book = join(root, "docs/src");
  const contents = readFileSync(join(book, "SUMMARY.md"), "utf8");
  const pages = readdirSync(book).filter((file) => file !== "SUMMARY.md");
  expect(pages.filter((page) => !contents.includes(`(${page})`))).toEqual([]);
});

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownIn(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

function brokenLinks(document: string): string[] {
  const text = readFileSync(document, "utf8").replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");
  const links = [...text.matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, link]) => link);
  return links.filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(document, link))
    .map((link) => `${relative(root, document)}: ${link}`);
}

function leadsSomewhere(document: string, link: string): boolean {
  const [path, heading] = link.split("#");
  const file = path ? resolve(dirname(document), decodeURIComponent(path)) : document;
  if (!existsSync(file)) return false;
  return !heading || headings(file).includes(decodeURIComponent(heading));
}

function headings(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/^#+ +(.+)$/gm)].map(([, heading]) =>
    heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").trim().replace(/\s/g, "-"));
}
