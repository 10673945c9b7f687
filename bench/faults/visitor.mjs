// A person at a browser without JavaScript: reads pages, fills in forms and sends them, keeps cookies.

/** A new visitor of the site at `readOrigin()`, which may move between requests. */
export function newVisitor(readOrigin) {
  const cookies = new Map();

  async function ask(path, { method = "GET", body } = {}) {
    const origin = readOrigin();
    const answer = await fetch(new URL(path, origin), {
      method,
      body,
      redirect: "manual",
      headers: { cookie: [...cookies].map((pair) => pair.join("=")).join("; "), ...(body && { origin }) },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) cookies.set(name, value);
    }
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  }

  /** The form on the page at `path` that `choose` picks, or null when it is not there. */
  async function findForm(path, choose) {
    const { status, body } = await ask(path);
    return (status === 200 && readForms(body).find(choose)) || null;
  }

  /** Sends a form as it stands, with these fields changed. */
  function send(path, form, changes = {}) {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...form.values, ...changes })) body.append(name, value);
    return ask(path, { method: "POST", body });
  }

  /** Becomes a person of the demonstration; `nth` of those with this role there. */
  async function signIn(role, organisation, nth = 0) {
    const isTheirs = ({ text }) => text.includes(`>${organisation}<`) && text.includes(`, ${role} `);
    let skip = nth;
    const form = await findForm("/nl/inloggen", (one) => isTheirs(one) && skip-- === 0);
    if (!form) throw new Error(`there is no ${role} of ${organisation} to sign in as`);
    const { status } = await send("/nl/inloggen", form);
    if (status !== 303) throw new Error(`${role} of ${organisation} could not sign in: ${status}`);
  }

  /** Carries this cookie from now on. */
  const keep = (name, value) => void cookies.set(name, value);

  return { ask, findForm, send, signIn, keep };
}

/** The forms of a page with the values that a browser would send. */
export function readForms(html) {
  // React separates pieces of text by comments.
  const plain = html.replace(/<!--[\s\S]*?-->/g, "");
  return [...plain.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes, text]) => ({
    id: read(attributes, "id"),
    text,
    values: { ...readInputs(text), ...readAreas(text), ...readChoices(text) },
  }));
}

function readInputs(text) {
  const values = {};
  for (const [, attributes] of text.matchAll(/<input\b([^>]*)>/g)) {
    const name = read(attributes, "name");
    const isChoice = /^(checkbox|radio)$/.test(read(attributes, "type") ?? "");
    if (name && (!isChoice || /\bchecked\b/.test(attributes))) values[name] = read(attributes, "value") ?? "";
  }
  return values;
}

function readAreas(text) {
  const areas = text.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g);
  return Object.fromEntries(
    [...areas].map(([, attributes, value]) => [read(attributes, "name"), decode(value)]),
  );
}

function readChoices(text) {
  const selects = text.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g);
  return Object.fromEntries(
    [...selects].map(([, attributes, options]) => {
      const chosen = /<option\b([^>]*\bselected\b[^>]*)>/.exec(options) ?? /<option\b([^>]*)>/.exec(options);
      return [read(attributes, "name"), read(chosen?.[1] ?? "", "value") ?? ""];
    }),
  );
}

function read(attributes, name) {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : decode(value);
}

const characters = { amp: "&", lt: "<", gt: ">", quot: '"' };

function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return characters[name] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
