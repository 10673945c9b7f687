import { makeZip } from "./zip";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaging = "http://schemas.openxmlformats.org/package/2006";

/**
 * One sheet as an Excel file. Every cell is text, so that a spreadsheet takes none of them for a formula;
 * the first row stays in sight.
 */
export function writeXlsx(name: string, rows: Iterable<readonly string[]>): Buffer {
  const lines = [...rows].map((row) => `<row>${row.map(toCell).join("")}</row>`).join("");
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const sheet =
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="20" width="24" customWidth="1"/></cols>` +
    `<sheetData>${lines}</sheetData></worksheet>`;
  const type = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;
  return makeZip([
    {
      name: "[Content_Types].xml",
      content:
        `${head}<Types xmlns="${packaging}/content-types">` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${type("sheet.main")}"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type("worksheet")}"/></Types>`,
    },
    { name: "_rels/.rels", content: relations(`${office}/officeDocument`, "xl/workbook.xml") },
    {
      name: "xl/workbook.xml",
      content:
        `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
        `<sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations(`${office}/worksheet`, "worksheets/sheet1.xml"),
    },
    { name: "xl/worksheets/sheet1.xml", content: sheet },
  ]);
}

const relations = (type: string, target: string) =>
  `${head}<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`;

function toCell(text: string): string {
  return text === ""
    ? "<c/>"
    : `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Without the characters that XML has no way to write. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
