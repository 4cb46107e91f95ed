import { create } from "qrcode";

/** A QR code to draw as one path in a square of `size` modules, a quiet zone of four around it included (ISO/IEC 18004). */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

const QUIET = 4;

export function qrCode(text: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { size: modules.size + 2 * QUIET, path };
}
