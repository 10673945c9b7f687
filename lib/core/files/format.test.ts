import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { makeZip } from "../sheets/zip";
import { formatOf } from "./format";

const text = (words: string) => Buffer.from(words);
const word = (type: string) =>
  makeZip([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    },
    { name: "word/document.xml", content: "<w:document/>" },
  ]);
const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const withMacros = "application/vnd.ms-word.document.macroEnabled.main+xml";
const png = Buffer.concat([
  Buffer.from("89504e470d0a1a0a0000000d494844520000000100000001080200000090", "hex"),
  Buffer.from("7753de0000000c49444154", "hex"),
  deflateSync(Buffer.from([0, 0, 0, 0])),
]);

test.each([
  ["a PDF", text("%PDF-1.7\n%âãÏÓ\n1 0 obj\n"), "pdf"],
  ["a Word document", word(main), "docx"],
  ["a PNG", png, "png"],
  ["a JPEG", Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb", "hex"), "jpg"],
  ["a Word document with macros", word(withMacros), null],
  ["a spreadsheet", makeZip([{ name: "xl/workbook.xml", content: "<workbook/>" }]), null],
  ["an archive", makeZip([{ name: "besluit.pdf", content: "%PDF-1.7" }]), null],
  ["HTML", text("<!doctype html><script>alert(1)</script>"), null],
  ["HTML that mentions PDF", text("<html>%PDF-1.7</html>"), null],
  ["SVG", text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), null],
  ["a program", Buffer.from("7f454c4602010100", "hex"), null],
  ["words", text("Dit is een besluit."), null],
  ["a damaged archive", word(main).subarray(0, 60), null],
  ["nothing", Buffer.alloc(0), null],
])("%s is %s", async (_, content, expected) => {
  expect(await formatOf(content)).toBe(expected);
});
