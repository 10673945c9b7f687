import { describe, expect, test } from "vitest";
import { readSheet } from "./read-sheet";
import { type Cell, type Sheet, SheetFault } from "./sheet-fault";
import { writeXlsx } from "./write-xlsx";
import { makeZip, openZip } from "./zip";

const limits = { rows: 5, columns: 4, unpackedBytes: 2_000_000 };
const texts = (sheet: Sheet) => sheet.map(({ cells }) => cells.map(({ text }) => text));
const read = (bytes: Buffer | string) => texts(readSheet(Buffer.from(bytes), limits));
const faultOf = (bytes: Buffer | string, other = limits) => {
  try {
    return readSheet(Buffer.from(bytes), other);
  } catch (error) {
    return error instanceof SheetFault ? [error.key, error.value].filter(Boolean).join(":") : error;
  }
};
const rows = [
  ["naam", "stand"],
  ["Café", "b;c"],
];

describe("CSV", () => {
  const csv = (delimiter: string) =>
    rows.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join("\r\n");

  test.each([
    ["semicolons", csv(";")],
    ["commas", csv(",")],
    ["tabs", csv("\t")],
    ["a byte order mark", `\ufeff${csv(";")}`],
    ["what Excel puts above it", `sep=;\r\n${csv(";")}`],
    ["lines that are empty", `\n\n${csv(";")}\n;\n`],
    ["UTF-16", Buffer.from(`\ufeff${csv(";")}`, "utf16le")],
    ["Windows-1252", Buffer.from(csv(";"), "latin1")],
  ])("is read with %s", (_, bytes) => {
    expect(read(bytes)).toEqual(rows);
  });

  test("knows the line of each row, also after a cell of more lines", () => {
    const sheet = readSheet(Buffer.from('sep=;\na;b\n"1\n2";x\n\nc;d'), limits);
    expect(sheet.map(({ line }) => line)).toEqual([2, 3, 6]);
  });

  test.each<[string, Buffer | string, string]>([
    ["nothing", "", "empty"],
    ["only spaces", " \n ; \n", "empty"],
    ["a NUL", "a;b\n1;\0", "nul"],
    ["a quote that does not end", 'a;b\n1;"2\n3;4', "unclosedQuote:3"],
    ["text after a quote", 'a;b\n"1"x;2', "unclosedQuote:2"],
    ["too many rows", "a\n1\n2\n3\n4\n5\n6", "tooManyRows:5"],
    ["too many columns", "a;b\n1;2;3;4;5", "tooManyColumns:2"],
    ["bytes that no text has", Buffer.from([0x61, 0x3b, 0x81, 0x8d]), "encoding"],
    ["a PDF", "%PDF-1.7", "notASheet"],
    ["a web page", "<!doctype html><table>", "notASheet"],
    ["JSON", '[{"a":1}]', "notASheet"],
    ["the old Excel", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), "oldExcel"],
  ])("of %s is refused", (_, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault);
  });
});

describe("Excel", () => {
  const sheetOf = (data: string, more: { name: string; content: string }[] = []) =>
    makeZip([
      {
        name: "xl/workbook.xml",
        content: '<workbook><sheets><sheet name="x" r:id="rId7"/></sheets></workbook>',
      },
      {
        name: "xl/_rels/workbook.xml.rels",
        content:
          '<Relationships><Relationship Id="rId7" Type="http://x/worksheet" Target="worksheets/blad.xml"/></Relationships>',
      },
      { name: "xl/worksheets/blad.xml", content: `<worksheet><sheetData>${data}</sheetData></worksheet>` },
      ...more,
    ]);

  test("comes back as it was written, with everything that XML and formulas could spoil", () => {
    const written = [
      ["naam", "<b>&\"'"],
      ["=1+1", "Café \n twee"],
      ["", " x "],
    ];
    const bytes = writeXlsx("Adopties & zo", written);
    const sheet = readSheet(bytes, limits);
    expect(texts(sheet)).toEqual(written);
    expect(sheet.flatMap(({ cells }) => cells).every(({ kind }) => kind === "text")).toBe(true);
    expect(bytes.equals(writeXlsx("Adopties & zo", written))).toBe(true);
  });

  test("tells numbers, formulas and faults from text, and keeps cells in their column", () => {
    const strings = {
      name: "xl/sharedStrings.xml",
      content:
        "<sst><si><t>een</t></si><si><r><t>twee </t></r><r><t>delen</t></r><rPh><t>hardop</t></rPh></si></sst>",
    };
    const data =
      '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>' +
      '<row r="5"><c><v>46346</v></c><c><f>A1</f><v>4</v></c><c t="e"><v>#N/A</v></c><c t="inlineStr"><is><t>&#233;_x000A_</t></is></c></row>' +
      '<row r="6"><c r="A6" s="4"/></row>';
    const sheet = readSheet(sheetOf(data, [strings]), limits);
    expect(sheet.map(({ line }) => line)).toEqual([3, 5]);
    expect(texts(sheet)[0]).toEqual(["een", "", "twee delen"]);
    expect(sheet[1]?.cells).toEqual([
      { text: "46346", kind: "number" },
      { text: "4", kind: "formula" },
      { text: "#N/A", kind: "error" },
      { text: "é\n", kind: "text" },
    ] satisfies Cell[]);
  });

  test("is read with prefixes, as other programs write it", () => {
    const prefixed = makeZip([
      { name: "xl/workbook.xml", content: "<x:workbook/>" },
      {
        name: "xl/worksheets/sheet1.xml",
        content:
          '<x:worksheet><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:worksheet>',
      },
    ]);
    expect(read(prefixed)).toEqual([["a"]]);
  });

  const bomb = sheetOf(`<row><c t="str"><v>${"0".repeat(50_000_000)}</v></c></row>`);
  const lying = Buffer.from(bomb);
  test.each<[string, Buffer, string]>([
    ["that unpacks without end", bomb, "tooLarge"],
    ["cut off", writeXlsx("x", rows).subarray(0, 300), "damaged"],
    ["without a sheet", makeZip([{ name: "leesmij.txt", content: "x" }]), "damaged"],
    ["with a document type", sheetOf("<!DOCTYPE x><row/>"), "damaged"],
    ["with a row that does not end", sheetOf("<row><c>"), "damaged"],
    [
      "with a calendar of 1904",
      makeZip([{ name: "xl/workbook.xml", content: '<x date1904="1"/>' }]),
      "oldExcel",
    ],
    [
      "with a cell far to the right",
      sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
      "tooManyColumns:1",
    ],
    ["with too many rows", sheetOf("<row><c><v>1</v></c></row>".repeat(7)), "tooManyRows:5"],
  ])("%s is refused", (_, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault);
  });

  test("that lies about its size is still cut off", () => {
    // The size that the archive tells of each part, in its list and before the part itself.
    for (let at = 0; at < lying.length - 30; at++) {
      const signature = lying.readUInt32LE(at);
      if (signature === 0x02014b50) lying.writeUInt32LE(10, at + 24);
      if (signature === 0x04034b50) lying.writeUInt32LE(10, at + 22);
    }
    expect(faultOf(lying)).toBe("tooLarge");
  });

  test("of which nothing ends is refused", () => {
    expect(faultOf(sheetOf("<row><c><v>".repeat(100_000)))).toBe("damaged");
  });

  test("shares one limit among all its parts", () => {
    const open = openZip(
      makeZip([
        { name: "a", content: "x".repeat(600) },
        { name: "b", content: "y".repeat(600) },
      ]),
      1_000,
    );
    expect(open("a")).toHaveLength(600);
    expect(() => open("b")).toThrow("tooLarge");
    expect(open("c")).toBe(null);
  });
});
