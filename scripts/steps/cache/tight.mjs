// A page that somebody asks again is packed once more, as small as can be. That takes a third of a second of
// computing: too much for every page after every change, and an eighth less to wait for on a phone.
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);
const toSmallest = (content) => compress(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/**
 * Packs one page at a time, beside the thread that answers, and then rests `rest` times as long, so that it
 * never takes more than a tenth of a processor. What was packed is remembered by its words (the tag), up to
 * `mostBytes`: a page that is made again and says the same needs no packing.
 */
export function makeTight({
  pack = toSmallest,
  rest = 9,
  mostBytes = 16 * 1024 * 1024,
  mostWaiting = 50,
} = {}) {
  const known = new Map();
  const waiting = [];
  let held = 0;
  let isBusy = false;

  const remember = (etag, packed) => {
    known.set(etag, packed);
    held += packed.length;
    for (const [oldest, { length }] of known) {
      if (held <= mostBytes) break;
      known.delete(oldest);
      held -= length;
    }
  };

  const next = async () => {
    const page = waiting.shift();
    isBusy = page !== undefined;
    if (!page) return;
    const start = performance.now();
    const packed = known.get(page.etag) ?? (await pack(page.bodies.identity).catch(() => null));
    // Without it the page is only larger.
    if (packed) {
      if (!known.has(page.etag)) remember(page.etag, packed);
      replace(page, packed);
    }
    setTimeout(next, (performance.now() - start) * rest).unref();
  };

  return {
    /** Takes the smallest packing at once when these words were packed before. */
    use(page) {
      const packed = known.get(page.etag);
      return packed ? replace(page, packed) : page;
    },
    /** Somebody asks for this page again. */
    note(page) {
      if (page.isTight || waiting.length >= mostWaiting) return;
      page.isTight = true;
      waiting.push(page);
      if (!isBusy) next();
    },
  };
}

/** Both in one turn: the length that is told is that of what is sent. */
function replace(page, packed) {
  page.bodies.br = packed;
  page.heads.br["Content-Length"] = packed.length;
  page.isTight = true;
  return page;
}
