import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { SheetFault } from "./sheet-fault";

// The part of ZIP that a spreadsheet needs: no encryption, no ZIP64, nothing spread over disks.

const centralHeader = 0x02014b50;
const localHeader = 0x04034b50;
const endHeader = 0x06054b50;

/** More parts than any spreadsheet of one table has. */
const mostEntries = 1_000;

type Entry = { name: string; method: number; packed: number; at: number };

/**
 * Opens an archive; the function it gives unpacks one part by name, or gives null. All parts together never
 * unpack to more than `limit` bytes, whatever the archive says about itself. Throws a SheetFault.
 */
export function openZip(bytes: Buffer, limit: number): (name: string) => string | null {
  const entries = new Map(listEntries(bytes).map((entry) => [entry.name, entry]));
  let left = limit;
  return (name) => {
    const entry = entries.get(name);
    if (!entry) return null;
    const content = unpack(bytes, entry, left);
    left -= content.length;
    return content.toString("utf8");
  };
}

function listEntries(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endHeader) {
    throw new SheetFault("damaged");
  }
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new SheetFault("tooLarge");
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== centralHeader) throw new SheetFault("damaged");
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const entry = {
      name: bytes.toString("utf8", at + 46, at + 46 + (nameLength ?? 0)),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    };
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    return entry;
  });
}

function unpack(bytes: Buffer, { method, packed, at }: Entry, limit: number): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localHeader) throw new SheetFault("damaged");
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const content = bytes.subarray(from, from + packed);
  if (method === 0) {
    if (content.length > limit) throw new SheetFault("tooLarge");
    return content;
  }
  if (method !== 8) throw new SheetFault("damaged");
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const isBomb = error instanceof RangeError;
    throw new SheetFault(isBomb ? "tooLarge" : "damaged");
  }
}

/** An archive of these parts, packed. Without a date of its own: the same content gives the same bytes. */
export function makeZip(parts: readonly { name: string; content: string }[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, content } of parts) {
    const raw = Buffer.from(content, "utf8");
    const packed = deflateRawSync(raw);
    const fields = { name: Buffer.from(name), crc: crc32(raw), packed: packed.length, raw: raw.length };
    const local = Buffer.concat([header(localHeader, fields), fields.name, packed]);
    locals.push(local);
    centrals.push(Buffer.concat([header(centralHeader, fields, at), fields.name]));
    at += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endHeader, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}

type Fields = { name: Buffer; crc: number; packed: number; raw: number };

function header(signature: number, { name, crc, packed, raw }: Fields, offset?: number): Buffer {
  const isCentral = offset !== undefined;
  const buffer = Buffer.alloc(isCentral ? 46 : 30);
  const shift = isCentral ? 2 : 0;
  buffer.writeUInt32LE(signature, 0);
  buffer.writeUInt16LE(20, 4);
  if (isCentral) buffer.writeUInt16LE(20, 6);
  // Names in UTF-8, packed by deflate, on the first day that the format knows.
  buffer.writeUInt16LE(0x0800, 6 + shift);
  buffer.writeUInt16LE(8, 8 + shift);
  buffer.writeUInt16LE(0x21, 12 + shift);
  buffer.writeUInt32LE(crc, 14 + shift);
  buffer.writeUInt32LE(packed, 18 + shift);
  buffer.writeUInt32LE(raw, 22 + shift);
  buffer.writeUInt16LE(name.length, 26 + shift);
  if (isCentral) buffer.writeUInt32LE(offset, 42);
  return buffer;
}
