import { create } from "qrcode";

type Props = { text: string; label: string };

/** White around the code, in modules: scanners need four (ISO/IEC 18004). */
const quiet = 4;

/** A QR code drawn on the server, always black on white: cameras do not read it inverted. */
export function QrCode({ text, label }: Props) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const side = modules.size + 2 * quiet;
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      className="w-64 max-w-full"
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={toPath(modules)} fill="#000" />
    </svg>
  );
}

function toPath({ data, size }: { data: ArrayLike<number>; size: number }): string {
  return Array.from(data, (isDark, at) =>
    isDark ? `M${quiet + (at % size)} ${quiet + Math.floor(at / size)}h1v1h-1z` : "",
  ).join("");
}
