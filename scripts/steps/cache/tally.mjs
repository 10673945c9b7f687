// Questions that were answered from what is kept: the application did not see them, and counts them here.

/** So long the questions of a moment are gathered before they are counted, in milliseconds. */
const pause = 10_000;
/** More different ones in that time are not counted: nobody needs them, and they would fill the memory. */
const most = 500;

/**
 * Gathers questions and hands them over together, as `[question, times]`. `handOver` gets them; by default the
 * application, when it is there (lib/search/log). Nothing of who asked is known here.
 */
export function makeTally({ handOver = (list) => globalThis.pluseenCountQuestions?.(list) } = {}) {
  let times = new Map();
  let timer = null;

  function empty() {
    clearTimeout(timer);
    timer = null;
    const list = [...times];
    times = new Map();
    // A count that fails is lost: no visitor waits for it, and nothing depends on it.
    if (list.length > 0) Promise.resolve(handOver(list)).catch((error) => console.error(error));
  }

  return {
    /** Notes that the page at `address` was sent, if that answers a question and nothing more. */
    note(address) {
      const question = questionOf(address);
      if (question === null || (times.size >= most && !times.has(question))) return;
      times.set(question, (times.get(question) ?? 0) + 1);
      timer ??= setTimeout(empty, pause).unref();
    },
    empty,
  };
}

/** As the page itself counts: not each further page or choice. */
function questionOf(address) {
  const [, query] = /^\/(?:nl|en)\/voorzieningen\?(q=[^&]+)$/.exec(address) ?? [];
  return query ? new URLSearchParams(query).get("q") : null;
}
