import { messages } from "@/messages";

/**
 * The content of the documents that the demonstration invents: one page that says so. They have no file: this is
 * made whenever one is opened, so that the demonstration needs no place for files.
 */
export function inventedContent(): Uint8Array {
  const { title, text } = messages.nl.documents.invented;
  return toPdf(`BT /F1 20 Tf 72 740 Td (${quote(title)}) Tj /F1 12 Tf 0 -32 Td (${quote(text)}) Tj ET`);
}

const quote = (text: string) => text.replace(/[\\()]/g, "\\$&");

/** The smallest PDF of one page with these drawing instructions; letters of Western Europe only. */
function toPdf(drawing: string): Uint8Array {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (nl) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
  ];
  let body = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Uint8Array.from(body + table + end, (letter) => letter.charCodeAt(0));
}
